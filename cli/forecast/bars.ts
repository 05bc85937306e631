import { formatMoney, money } from '../../domain/billing/money.ts';
import type { Series } from '../../client/forecast/series.ts';

const widestBar = 40;

/**
 * A chart for the terminal: for each plan what it invoices a month, `█` even if nobody acts and `░` only if everybody
 * pays. The amount at the end is the latter.
 */
export function barsOf(series: readonly Series[]): readonly string[] {
  return series.flatMap(({ planId, currency, bars, most }) => [
    planId,
    ...bars.map(({ month, anyway, ifPaid }) => {
      const solid = lengthOf(anyway, most);
      const light = Math.max(lengthOf(ifPaid, most) - solid, 0);
      const bar = `${'█'.repeat(solid)}${'░'.repeat(light)}`;
      return `  ${month} ${bar}${bar === '' ? '' : ' '}${formatMoney(money(ifPaid, currency))}`;
    }),
  ]);
}

/** What is more than nothing shows. */
function lengthOf(amount: number, most: number): number {
  return amount === 0 ? 0 : Math.max(1, Math.round((widestBar * amount) / most));
}
