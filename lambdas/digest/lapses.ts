import { add, money, type Money } from '../../domain/money.ts';
import type { ComingLapse } from './coming-lapse.ts';

/** How many licences of a plan lapse soon if nobody acts, and what they come to. */
export interface LapsesOfPlan {
  readonly planId: string;
  readonly count: number;
  readonly amount: Money;
}

/** So many are named at the most. */
export const mostLapses = 20;

/** Counts lapses plan by plan and keeps the first of them all. */
export class Lapses {
  private readonly sums = new Map<string, LapsesOfPlan>();
  private named: readonly ComingLapse[] = [];

  /** A plan without any has its zeros. */
  open(planId: string, currency: string): void {
    this.sums.set(planId, { planId, count: 0, amount: money(0, currency) });
  }

  add(lapse: ComingLapse): void {
    const { planId, amount } = lapse;
    const { count, amount: sum } = this.sums.get(planId) ?? { count: 0, amount: money(0, amount.currency) };
    this.sums.set(planId, { planId, count: count + 1, amount: add(sum, amount) });
    this.named = [...this.named, lapse].sort(byDay).slice(0, mostLapses);
  }

  get ofPlans(): readonly LapsesOfPlan[] {
    return [...this.sums.values()];
  }

  /** The soonest. */
  get first(): readonly ComingLapse[] {
    return this.named;
  }
}

function byDay(one: ComingLapse, other: ComingLapse): number {
  return one.on.localeCompare(other.on) || one.licenceId.localeCompare(other.licenceId);
}
