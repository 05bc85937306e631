import { addDays, type CivilDate } from '../../../domain/calendar.ts';
import { money } from '../../../domain/billing/money.ts';
import type { Facts } from '../../../domain/licence/licence.ts';
import type { Allocation } from '../../../domain/payments/incoming.ts';
import type { Operation } from '../../../contracts/operator/operations.ts';
import { planOf } from '../../../plans/plan-of.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Book } from './book.ts';
import { busyDay } from './busy-days.ts';
import type { Operator } from './operator.ts';

/** Money on the vendor's account, and what the operators make of it. */
interface Transfer {
  readonly day: CivilDate;
  readonly paymentId: string;
  readonly amount: number;
  /** The licences that it is for, of one plan; one that is named twice has two parts of it. */
  readonly licences: readonly Facts[];
  readonly treatment: 'matched' | 'assigned later' | 'dismissed later' | 'forgotten';
}

/** A request is repeated so often, some minutes apart, until it is answered. */
const attempts = 10;

/** The vendor's bank: operators take what came in, and say what it pays, at once, later or never. */
export class Bank {
  readonly #deployment: Deployment;
  readonly #operator: Operator;
  readonly #transfers: readonly Transfer[];

  constructor(
    deployment: Deployment,
    operator: Operator,
    { licences }: Book,
    start: CivilDate,
    days: number,
  ) {
    this.#deployment = deployment;
    this.#operator = operator;
    this.#transfers = licences.flatMap((facts) => transfersOf(deployment, facts, licences, start, days));
  }

  get days(): readonly CivilDate[] {
    return this.#transfers.map(({ day }) => day);
  }

  /** Has the operators take what came in on a day. */
  live(day: CivilDate): void {
    const { sky, world } = this.#deployment;
    for (const transfer of this.#transfers) {
      const id = `operators take ${transfer.paymentId}`;
      if (transfer.day !== day || !sky.happens('payment taken from the bank', id)) continue;
      world.start(world.random.of(`hour of ${id}`).between(0, 86_000_000), () => this.#take(id, transfer));
    }
  }

  async #take(id: string, transfer: Transfer): Promise<void> {
    const { paymentId, amount, day, licences, treatment } = transfer;
    const [first] = licences;
    if (first === undefined) return;
    const { currency } = planOf(first.planId);
    const payment = {
      paymentId,
      amount: money(amount, currency),
      received: addDays(day, -1),
      text: 'from a customer',
      payer: `Customer ${first.customerId}`,
    };
    const allocations = allocationsOf(transfer);
    const isMatched = treatment === 'matched';
    await this.#untilDone(id, {
      kind: 'take-payments',
      payments: [{ payment, allocations: isMatched ? allocations : [] }],
    });
    if (isMatched || treatment === 'forgotten') return;
    const { world } = this.#deployment;
    await world.sleep(world.random.of(`${id}: later`).between(3_600_000, 400_000_000));
    if (treatment === 'assigned later')
      await this.#untilDone(`${id}: assigned`, { kind: 'assign-payment', paymentId, allocations });
    else
      await this.#untilDone(`${id}: dismissed`, { kind: 'dismiss-payment', paymentId, reason: 'for none' });
  }

  async #untilDone(id: string, operation: Operation): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const answer = await this.#operator.ask(`${id} [${attempt}]`, operation);
      if (answer?.outcome === 'done' || answer?.outcome === 'refused') return;
      await this.#deployment.world.sleep(300_000);
    }
  }
}

function transfersOf(
  { world: { random } }: Deployment,
  facts: Facts,
  licences: readonly Facts[],
  start: CivilDate,
  days: number,
): readonly Transfer[] {
  const chance = random.of(`transfers for ${facts.licenceId}`);
  const count = Math.ceil((days / 365) * chance.pick([0, 0, 0.5]));
  const others = licences
    .filter(({ planId }) => planId === facts.planId)
    .toSorted((a, b) => a.licenceId.localeCompare(b.licenceId));
  return Array.from({ length: count }, (_, index): Transfer => {
    const other = chance.pick(others);
    return {
      day: busyDay(random, addDays(start, chance.between(2, days))),
      paymentId: `BANK-${facts.licenceId}-${index + 1}`,
      amount: chance.between(2, 200_000),
      licences: chance.is(0.5) ? [facts, chance.is(0.5) ? facts : other] : [facts],
      treatment: chance.pick(['matched', 'matched', 'assigned later', 'dismissed later', 'forgotten']),
    };
  });
}

/** The payment in equal parts. */
function allocationsOf({ licences, amount }: Transfer): Allocation[] {
  const half = amount >> 1;
  const parts = licences.length === 1 ? [amount] : [half, amount - half];
  return licences.map(({ licenceId, planId }, index) => ({
    licenceId,
    amount: money(parts[index] ?? 0, planOf(planId).currency),
  }));
}
