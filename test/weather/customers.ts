import { addDays, type CivilDate, dayIn } from '../../domain/calendar.ts';
import { money } from '../../domain/billing/money.ts';
import { customerSchema } from '../../domain/customer/customer.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { plans } from '../../plans/index.ts';
import { planOf } from '../../plans/plan-of.ts';
import { factsOf } from '../support/application/play.ts';
import { Operator } from './operator.ts';
import type { Deployment } from './world/deployment.ts';

const activities = [
  'payment',
  'payment',
  'payment',
  'payment',
  'request-quote',
  'accept-quote',
  'accept-quote',
  'cancel',
  'resume',
  'activate',
  'install',
  'stop-mails',
  'resume-mails',
] as const;

interface Planned {
  readonly day: CivilDate;
  readonly licenceId: string;
  readonly activity: (typeof activities)[number];
}

/** Customers who do everything, at any hour, some of it twice. */
export class Customers {
  readonly #deployment: Deployment;
  readonly #operator: Operator;
  readonly #facts: readonly Facts[];
  readonly #planned: readonly Planned[];
  #payments = 0;

  constructor(deployment: Deployment, start: CivilDate, licences: number, days: number) {
    const { random } = deployment.world;
    this.#deployment = deployment;
    this.#operator = new Operator(deployment);
    this.#facts = Array.from({ length: licences }, (_, index) =>
      this.#factsOf(random.pick(plans), index + 1, start),
    );
    this.#planned = this.#facts.flatMap(({ licenceId }) =>
      Array.from({ length: Math.ceil((days / 365) * random.between(0, 8)) }, () => ({
        day: addDays(start, random.between(1, days - 1)),
        licenceId,
        activity: random.pick(activities),
      })),
    );
  }

  /** Enters all of them into the tables. */
  async register(): Promise<void> {
    const customers = ['C-1', 'C-2', 'C-3'].map((customerId) =>
      customerSchema.parse({
        customerId,
        name: `Customer ${customerId}`,
        kind: customerId === 'C-3' ? 'reseller' : 'end-user',
        email: `${customerId.toLowerCase()}@customer.example`,
        billingEmail: `billing-${customerId.toLowerCase()}@customer.example`,
        country: this.#deployment.world.random.pick(['DE', 'NZ', 'GB', 'US']),
        locale: this.#deployment.world.random.pick(['en-GB', 'de-DE']),
        ...(customerId === 'C-2' && { partnerId: 'C-3' }),
      }),
    );
    await this.#operator.register(customers, this.#facts);
  }

  /** The days after `day` on which anybody means to do something. */
  daysAfter(day: CivilDate): readonly CivilDate[] {
    return this.#planned.flatMap((one) => (one.day > day ? [one.day] : []));
  }

  /** Has what is planned for a day happen at some time of it. */
  plan(day: CivilDate, midnight: number): void {
    const { world } = this.#deployment;
    for (const { licenceId, activity } of this.#planned.filter((one) => one.day === day)) {
      world.after(midnight - world.now + world.random.between(0, 86_399_000), () => {
        void this.#do(licenceId, activity);
      });
    }
    // Whoever has something to pay mostly pays it in time.
    for (const { licenceId, planId } of this.#facts) {
      const open = this.#openInvoices(licenceId);
      if (open.length === 0 || !world.random.is(0.05)) continue;
      world.after(midnight - world.now + world.random.between(0, 86_399_000), () => {
        void this.#payByEvent(licenceId, planOf(planId), this.#openInvoices(licenceId));
      });
    }
  }

  async #do(licenceId: string, activity: (typeof activities)[number]): Promise<void> {
    const { world } = this.#deployment;
    const planId = this.#facts.find((facts) => facts.licenceId === licenceId)?.planId ?? '';
    const plan = planOf(planId);
    const on = dayIn(plan.timeZone, new Date(world.now).toISOString());
    switch (activity) {
      case 'payment':
        await this.#payByEvent(licenceId, plan, this.#openInvoices(licenceId));
        return;
      case 'accept-quote':
        await this.#operator.ask(licenceId, { on, activity, years: world.random.between(1, 3) });
        return;
      case 'stop-mails':
        await this.#operator.ask(licenceId, { on, activity, by: 'unsubscribe', scope: 'licence' });
        return;
      case 'resume-mails':
        await this.#operator.ask(licenceId, { on, activity, scope: 'licence' });
        return;
      case 'request-quote':
      case 'cancel':
      case 'resume':
      case 'activate':
      case 'install':
        await this.#operator.ask(licenceId, { on, activity });
    }
  }

  /** A payment system says each payment once, or again where it is not sure. */
  async #payByEvent(licenceId: string, plan: Plan, open: readonly number[]): Promise<void> {
    const { world } = this.#deployment;
    this.#payments += 1;
    const all = open.reduce((sum, each) => sum + each, 0);
    const amount = all > 0 && world.random.is(0.8) ? all : world.random.between(1, 200_000);
    const event = {
      time: new Date(world.now).toISOString(),
      detail: { paymentId: `payment-${this.#payments}`, licenceId, amount: money(amount, plan.currency) },
    };
    const times = world.random.is(0.2) ? 2 : 1;
    await Promise.all(
      Array.from({ length: times }, () => this.#deployment.handOver('payment-received', event)),
    );
  }

  #openInvoices(licenceId: string): readonly number[] {
    const item = this.#deployment.table(outputs.licencesTable).get([licenceId, 'LICENCE']);
    const licence = item?.['licence'] as { invoices: { price: { total: { amount: number } } }[] } | undefined;
    return (licence?.invoices ?? []).map(({ price }) => price.total.amount);
  }

  #factsOf(plan: Plan, number: number, start: CivilDate): Facts {
    const { random } = this.#deployment.world;
    const date = addDays(start, random.between(-400, 30));
    const coverEnds = plan.term.kind === 'calendar-year' ? `${date.slice(0, 4)}-12-31` : date;
    const known = random.pick(['cover', 'fact', 'nothing']);
    const isKnown = known === 'fact' || plan.firstTerm.from === 'purchasedOn';
    const given = known === 'cover' ? { coverEnds } : isKnown ? { [plan.firstTerm.from]: date } : {};
    return factsOf(plan, {
      licenceId: `L-${number}`,
      customerId: random.pick(['C-1', 'C-2', 'C-3']),
      country: random.pick(['DE', 'NZ', 'GB', 'US']),
      onSiteTraining: random.is(0.5),
      initialYears: random.between(1, 3),
      registeredOn: start,
      ...given,
    });
  }
}
