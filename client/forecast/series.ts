import type { Forecast } from './tally.ts';

/** What a plan invoices in a month, in minor units: if nobody acts, and if everybody pays. */
interface Bar {
  readonly month: string;
  readonly anyway: number;
  readonly ifPaid: number;
}

/** The bars of a plan, and the amount that the longest stands for (1 where there is none). */
export interface Series {
  readonly planId: string;
  readonly currency: string;
  readonly bars: readonly Bar[];
  readonly most: number;
}

/** The amounts of a forecast plan by plan, as both charts draw them. */
export function seriesOf(forecast: Forecast): readonly Series[] {
  const plans = [...new Set(forecast['nobody-acts'].map(({ planId }) => planId))];
  return plans.map((planId) => {
    const anyway = forecast['nobody-acts'].filter((row) => row.planId === planId);
    const ifPaid = forecast['everybody-pays'].filter((row) => row.planId === planId);
    const bars = anyway.map(({ month, invoiced }, index) => {
      return { month, anyway: invoiced.amount, ifPaid: ifPaid[index]?.invoiced.amount ?? 0 };
    });
    const most = Math.max(1, ...bars.flatMap((bar) => [bar.anyway, bar.ifPaid]));
    return { planId, currency: anyway[0]?.invoiced.currency ?? '', bars, most };
  });
}
