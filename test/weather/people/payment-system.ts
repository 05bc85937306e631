import { addDays, type CivilDate, dayIn } from '../../../domain/calendar.ts';
import { money } from '../../../domain/billing/money.ts';
import { planOf } from '../../../plans/plan-of.ts';
import type { Facts } from '../../../domain/licence/licence.ts';
import type { Deployment } from '../world/deployment.ts';

/** A payment as the payment system says it: mostly one amount, two where it contradicts itself. */
export interface SaidPayment {
  readonly paymentId: string;
  readonly licenceId: string;
  /** The printed number of an invoice that several licences share, where it pays that. */
  readonly document?: string | undefined;
  readonly amounts: readonly number[];
}

/** A payment system: it says each payment once, or again where it is not sure, late, and now and then otherwise. */
export class PaymentSystem {
  readonly said: SaidPayment[] = [];
  readonly #deployment: Deployment;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
  }

  /** Says that an amount in minor units came in for a licence, or for an invoice that it shares. `id` names the payment. */
  async say({ licenceId, planId }: Facts, id: string, amount: number, document?: string): Promise<void> {
    const { sky, world } = this.#deployment;
    const { currency, timeZone } = planOf(planId);
    const paymentId = id.replaceAll(/[^\w-]+/g, '-');
    const chance = world.random.of(`payment ${id}`);
    const time = new Date(world.now).toISOString();
    const today = dayIn(timeZone, time);
    const amounts = [amount];
    const event = (of: number, receivedOn?: CivilDate) => ({
      time,
      detail: {
        paymentId,
        licenceId: document ?? licenceId,
        amount: money(of, currency),
        ...(receivedOn && { receivedOn }),
      },
    });
    const isEarlier = sky.happens('payment received earlier', `${id}: received earlier`, 0.05);
    const events = [event(amount, isEarlier ? addDays(today, -chance.between(1, 20)) : undefined)];
    if (sky.happens('payment twice', `${id}: said twice`, 0.2)) events.push(...events);
    if (sky.happens('payment contradicted', `${id}: contradicted`, 0.03)) {
      amounts.push(amount + 100);
      events.push(event(amount + 100));
    }
    if (sky.happens('payment of nobody', `${id}: said again for a licence that there is not`, 0.7)) {
      const { time: at, detail } = event(amount);
      events.push({ time: at, detail: { ...detail, licenceId: 'L-0' } });
    }
    if (sky.happens('payment unreadable', `${id}: said again without an amount`, 0.7)) {
      const { time: at, detail } = event(0);
      events.push({ time: at, detail: { ...detail, paymentId: 'unreadable' } });
    }
    this.said.push({ paymentId, licenceId, document, amounts });
    const isLate = sky.happens('payment late', `${id}: said late`, 0.1);
    await Promise.all(
      events.map(async (each, index) => {
        if (isLate || index > 0) await world.sleep(chance.between(0, isLate ? 200_000_000 : 60_000));
        await this.#deployment.handOver('payment-received', each);
      }),
    );
  }
}
