import { addDays, type CivilDate } from '../../../domain/calendar.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import type { OperationOf } from '../../../contracts/operator/operations.ts';
import type { Random } from '../../../local/weather/random.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Book } from './book.ts';
import { busyDay } from './busy-days.ts';
import type { Operator } from './operator.ts';

type Edit = OperationOf<'edit-customer'>['edit'];

/** Something that operators mean to do about a customer's record. */
interface Planned {
  readonly day: CivilDate;
  /** In words that name no other. */
  readonly id: string;
  readonly work: (id: string) => Promise<void>;
}

/** A day of the play, not before its day `from`. */
type Within = (chance: Random, from: number) => CivilDate;

/** A request is repeated so often, a minute apart, until it has done all. */
const attempts = 20;

/** What operators do about customers' records: they edit, merge and erase them, and bring licences in line. */
export class Desk {
  readonly #deployment: Deployment;
  readonly #operator: Operator;
  readonly #planned: readonly Planned[];
  /** Customers that were changed: their licences follow them. */
  readonly #changed = new Set<string>();

  constructor(
    deployment: Deployment,
    operator: Operator,
    { customers }: Book,
    start: CivilDate,
    days: number,
  ) {
    this.#deployment = deployment;
    this.#operator = operator;
    const { random } = deployment.world;
    const within: Within = (chance, from) => busyDay(random, addDays(start, chance.between(from, days)));
    this.#planned = [
      ...customers.flatMap((customer) => this.#edits(random, customer, days, within)),
      ...this.#mergers(random, customers, within),
      ...customers.flatMap((customer) => this.#erasures(random, customer, days, within)),
    ];
  }

  get days(): readonly CivilDate[] {
    return this.#planned.map(({ day }) => day);
  }

  /** Has operators do what they mean to do on a day, at some hours of it. */
  live(day: CivilDate): void {
    const { sky, world } = this.#deployment;
    for (const planned of this.#planned) {
      if (planned.day !== day || !sky.happens('operators keep records', planned.id)) continue;
      world.start(world.random.of(`hour of ${planned.id}`).between(0, 86_000_000), () =>
        planned.work(planned.id),
      );
    }
  }

  /** Brings the licences of all customers in line that were changed. */
  async followAll(): Promise<void> {
    for (const customerId of this.#changed)
      await this.#follow(`in the end licences follow ${customerId}`, customerId);
  }

  #edits(random: Random, { customerId }: Customer, days: number, within: Within): readonly Planned[] {
    const chance = random.of(`edits of ${customerId}`);
    const count = Math.ceil((days / 365) * chance.pick([0, 0.3, 1]));
    return Array.from({ length: count }, (_, index): Planned => {
      const edit = anyEdit(chance, customerId, index);
      const id = `operators edit ${customerId} (${index}): ${JSON.stringify(edit)}`;
      return { day: within(chance, 1), id, work: (name) => this.#edit(name, customerId, edit) };
    });
  }

  #mergers(random: Random, customers: readonly Customer[], within: Within): readonly Planned[] {
    const chance = random.of('mergers');
    if (!chance.is(0.3)) return [];
    const [goes, stays] = [chance.pick(customers).customerId, chance.pick(customers).customerId];
    if (goes === stays) return [];
    const id = `operators merge ${goes} into ${stays}`;
    return [{ day: within(chance, 1), id, work: (name) => this.#merge(name, goes, stays) }];
  }

  #erasures(random: Random, { customerId }: Customer, days: number, within: Within): readonly Planned[] {
    const chance = random.of(`erasure of ${customerId}`);
    if (!chance.is(0.3)) return [];
    const id = `operators erase ${customerId}`;
    return [1, 2].map((time) => ({
      day: within(chance, days >> 1),
      id: `${id} (${time})`,
      work: (name) => this.#erase(name, customerId),
    }));
  }

  async #edit(id: string, customerId: string, edit: Edit): Promise<void> {
    this.#changed.add(customerId);
    await this.#operator.ask(id, { kind: 'edit-customer', customerId, edit });
    await this.#follow(`${id}: licences follow`, customerId);
  }

  async #merge(id: string, customerId: string, into: string): Promise<void> {
    this.#changed.add(customerId).add(into);
    await this.#operator.ask(id, { kind: 'merge-customers', customerId, into });
    await this.#follow(`${id}: licences follow`, customerId);
  }

  async #erase(id: string, customerId: string): Promise<void> {
    const isDone = await this.#pages(id, { kind: 'erase-customer', customerId });
    if (isDone) this.#deployment.sky.count('customer erased');
  }

  async #follow(id: string, customerId: string): Promise<void> {
    await this.#pages(id, { kind: 'follow-customer', customerId });
  }

  /** Asks page by page, again for one of which a licence failed, and gives whether it came to the end. A refusal ends it. */
  async #pages(id: string, operation: OperationOf<'erase-customer' | 'follow-customer'>): Promise<boolean> {
    let after: string | undefined;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const asked = after === undefined ? operation : { ...operation, after };
      const answer = await this.#operator.ask(`${id} [${attempt}]`, asked);
      if (answer?.outcome === 'refused') return false;
      if (answer?.outcome === 'done') {
        const { licences = [], next } = answer.answer as Page;
        const isWhole = licences.every(({ outcome }) => outcome !== 'failed');
        if (isWhole && next === undefined) return true;
        if (isWhole) after = next;
      }
      await this.#deployment.world.sleep(60_000);
    }
    return false;
  }
}

/** What an answer about some licences of a customer says. */
interface Page {
  readonly licences?: readonly { readonly outcome: string }[];
  /** The licence after which the next request goes on. */
  readonly next?: string;
}

function anyEdit(chance: Random, customerId: string, index: number): Edit {
  return chance.pick<() => Edit>([
    () => ({ set: { together: chance.is(0.5) }, clear: [] }),
    () => ({ set: { email: `${customerId.toLowerCase()}-${index}@customer.example` }, clear: [] }),
    () => ({ set: { discountPercent: chance.between(0, 30) }, clear: [] }),
    () => ({
      set: { country: chance.pick(['DE', 'NZ', 'GB', 'US']), locale: chance.pick(['en-GB', 'de-DE']) },
      clear: [],
    }),
    () => ({ set: { poNumber: `PO-${index}` }, clear: [] }),
    () => ({ set: {}, clear: ['billingEmail', 'poNumber'] }),
    () => ({ set: { kind: chance.pick(['end-user', 'msp']) }, clear: [] }),
  ])();
}
