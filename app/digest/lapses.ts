import { add, money, type Money } from '../../domain/billing/money.ts';
import type { ComingLapse } from '../../domain/cover/coming-lapse.ts';

/** How many licences of a plan lapse soon if nobody acts, and what they come to. */
export interface LapsesOfPlan {
  readonly planId: string;
  readonly count: number;
  readonly amount: Money;
  /** Why there may be more. */
  readonly brokenOff?: string | undefined;
}

/** So many are named at the most. */
const mostLapses = 20;

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
    const ofPlan = this.ofPlan(planId);
    this.sums.set(planId, { ...ofPlan, count: ofPlan.count + 1, amount: add(ofPlan.amount, amount) });
    this.named = [...this.named, lapse].sort(byDay).slice(0, mostLapses);
  }

  /** Says why not all lapses of a plan could be counted. */
  breakOff(planId: string, because: string): void {
    this.sums.set(planId, { ...this.ofPlan(planId), brokenOff: because });
  }

  private ofPlan(planId: string): LapsesOfPlan {
    const ofPlan = this.sums.get(planId);
    if (ofPlan === undefined) throw new Error(`plan ${planId} was not opened`);
    return ofPlan;
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
