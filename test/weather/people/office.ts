import { addDays, type CivilDate, dayIn } from '../../../domain/calendar.ts';
import type { ImportRow } from '../../../contracts/operator/operations.ts';
import { records, storedFrom } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { type Mail, mailFrom } from '../../../adapters/dynamodb/mails/mail-item.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { plans } from '../../../plans/index.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Book } from './book.ts';
import type { Operator } from './operator.ts';
import type { Random } from '../../../local/weather/random.ts';

interface Update {
  readonly day: CivilDate;
  readonly planId: string;
  readonly product: string;
  readonly version: string;
}

/** The updates that are published in the days of a play: of each product that has any, one or two a year. */
function updatesIn(random: Random, start: CivilDate, days: number): readonly Update[] {
  return plans.flatMap(({ id: planId, updates }) => {
    const [product] = updates?.products ?? [];
    if (product === undefined) return [];
    const chance = random.of(`updates of ${planId}`);
    return Array.from({ length: Math.ceil((days / 365) * chance.between(0, 2)) }, (_, index) => {
      return { day: addDays(start, chance.between(1, days)), planId, product, version: `1.0.${index + 1}` };
    });
  });
}

/** Rows of a request: far fewer than it may have. */
const rowsAtOnce = 25;

/** Errors that say nothing about a licence: none is parked for them. */
const saysBusy = /TooManyRequests|Throttl|ConcurrentChange|ServiceException/;

/** What operators do by themselves: import, publish updates, send held mails, have parked licences run again. */
export class Office {
  readonly #deployment: Deployment;
  readonly #operator: Operator;
  readonly #book: Book;
  readonly #updates: readonly Update[];
  /** Held mails that operators have tried to send, with the attempts that each had then. */
  readonly #tried = new Set<string>();

  constructor(deployment: Deployment, operator: Operator, book: Book, start: CivilDate, days: number) {
    this.#deployment = deployment;
    this.#operator = operator;
    this.#book = book;
    this.#updates = updatesIn(deployment.world.random, start, days);
  }

  /** The days on which licences come into the book, or an update is published. */
  get days(): readonly CivilDate[] {
    return [
      ...this.#book.licences.map(({ registeredOn }) => registeredOn),
      ...this.#updates.map(({ day }) => day),
    ];
  }

  /** Enters the customers, and the licences of the first day. */
  async open(start: CivilDate): Promise<void> {
    const rows = this.#book.customers.map((customer): ImportRow => ({ row: 'customer', customer }));
    await this.#import('import of the customers', rows);
    await this.#import(`import on ${start}`, this.#rowsOf(start));
  }

  /** Has operators do what is theirs on a day, at some hours of it. */
  live(day: CivilDate): void {
    const rows = this.#rowsOf(day);
    const at = (id: string) => this.#deployment.world.random.of(`hour of ${id}`).between(0, 86_000_000);
    if (rows.length > 0) {
      const id = `import on ${day}`;
      this.#deployment.world.start(at(id), () => this.#import(id, rows));
    }
    for (const { day: published, ...update } of this.#updates) {
      if (published !== day) continue;
      const id = `update ${update.version} of ${update.planId} on ${day}`;
      if (!this.#deployment.sky.happens('update published', id)) continue;
      this.#deployment.world.start(at(id), () =>
        this.#operator.ask(id, { kind: 'publish-update', ...update }),
      );
    }
    for (const { id: planId } of plans) {
      const id = `operators run ${planId} by hand on ${day}`;
      if (!this.#deployment.sky.happens('run by hand', id, 0.01)) continue;
      this.#deployment.world.start(at(id), () =>
        this.#operator.ask(id, { kind: 'run', planId, again: true }),
      );
    }
    this.#deployment.world.start(at(`held mails on ${day}`), () => this.#sendHeld(day));
  }

  /** Within an hour of a plan's run, operators now and then have the licences run again whose mails are in doubt. */
  async lookAfterRun(planId: string, day: CivilDate): Promise<void> {
    const { sky, world } = this.#deployment;
    const id = `operators look at the mails in doubt of ${planId} on ${day}`;
    const chance = world.random.of(id);
    if (!chance.is(0.5)) return;
    await world.sleep(chance.between(10_000, 3_300_000));
    const licenceIds = this.#book.licences
      .filter((licence) => licence.planId === planId)
      .map(({ licenceId }) => licenceId)
      .filter((licenceId) => this.#mailsOf(licenceId, ['sending', 'unknown']).some(isInDoubt));
    if (licenceIds.length === 0 || !sky.happens('run of mails in doubt', id)) return;
    await this.#operator.ask(id, { kind: 'run', planId, licenceIds });
  }

  /** Has the licences run again that are parked, until none is. */
  async retryParked(round: number): Promise<void> {
    const parked = [...this.#deployment.table(outputs.licencesTable).itemsIn('plan')].filter(
      (item) => item['parked'] !== undefined,
    );
    const [busy] = parked.filter((item) => saysBusy.test(JSON.stringify(item['parked'])));
    if (busy !== undefined)
      throw new Error(`${String(busy['licenceId'])} is parked: ${JSON.stringify(busy['parked'])}`);
    for (const { id, timeZone } of plans) {
      const licenceIds = parked
        .filter(({ planId }) => planId === id)
        .map(({ licenceId }) => String(licenceId));
      if (licenceIds.length === 0) continue;
      const today = dayIn(timeZone, new Date(this.#deployment.world.now).toISOString());
      this.#deployment.sky.count('parked');
      await this.#operator.ask(`run of parked licences of ${id} on ${today} (${round})`, {
        kind: 'run',
        planId: id,
        licenceIds,
      });
    }
  }

  async #import(id: string, rows: readonly ImportRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const part = from === 0 ? id : `${id} from row ${from + 1}`;
      await this.#importSome(part, rows.slice(from, from + rowsAtOnce));
    }
  }

  /** Rows that fail are imported again until every one is written: that changes nothing that is there. */
  async #importSome(id: string, rows: readonly ImportRow[]): Promise<void> {
    let left = rows;
    for (let attempt = 1; attempt <= 20; attempt += 1) {
      const answer = await this.#operator.ask(`${id} (${attempt})`, { kind: 'import', rows: [...left] });
      const { results = [] } = (answer?.answer ?? {}) as { results?: { outcome: string }[] };
      if (results.length > 0) left = left.filter((_, index) => results[index]?.outcome === 'failed');
      if (left.length === 0) return;
      await this.#deployment.world.sleep(60_000);
    }
    throw new Error(`${id} was not written in 20 attempts`);
  }

  #rowsOf(day: CivilDate): readonly ImportRow[] {
    const facts = this.#book.licences.filter(({ registeredOn }) => registeredOn === day);
    return facts.map((each): ImportRow => ({ row: 'licence', facts: each }));
  }

  async #sendHeld(day: CivilDate): Promise<void> {
    const { random } = this.#deployment.world;
    for (const { licenceId } of this.#book.licences) {
      const id = `operators look at held mails of ${licenceId} on ${day}`;
      if (!random.of(id).is(0.05)) continue;
      const held = this.#mailsOf(licenceId, ['held']);
      const again = random.of(`${id}: again`).is(0.01);
      const mail = held.find((each) => again || !this.#tried.has(attemptOf(each)));
      if (mail === undefined) continue;
      const { mailId } = mail;
      if (!this.#deployment.sky.happens('held mail sent', `${id}: ${mailId}`)) continue;
      this.#tried.add(attemptOf(mail));
      await this.#operator.ask(`${id}: ${mailId}`, { kind: 'send-mail', licenceId, mailId });
    }
  }

  /** The mails of a licence whose items have one of these, past every fault; none while it is not in the book. */
  #mailsOf(licenceId: string, statuses: readonly Mail['status'][]): readonly Mail[] {
    const table = this.#deployment.table(outputs.licencesTable);
    const items = table
      .partition(licenceId)
      .filter(({ record, status }) => isOneOf(statuses, status) && String(record).startsWith(records.mails));
    const item = table.get([licenceId, records.licence]);
    if (items.length === 0 || item === undefined) return [];
    const { outbox } = storedFrom(licenceId, item);
    return items.map((each) => mailFrom(licenceId, outbox, each));
  }
}

function attemptOf({ mailId, attempts }: Mail): string {
  return `${mailId} (${attempts})`;
}

function isOneOf(statuses: readonly string[], status: unknown): boolean {
  return typeof status === 'string' && statuses.includes(status);
}

function isInDoubt({ status }: Mail): boolean {
  return status === 'sending' || status === 'unknown';
}
