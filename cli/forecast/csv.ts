import { behaviours } from '../../domain/forecast.ts';
import { decimalOf } from '../../domain/billing/money.ts';
import type { Forecast } from '../../client/forecast/tally.ts';

const columns = 'behaviour,planId,month,renewed,lapsed,reminders,quotes,invoices,currency,invoiced,paid';

/** A forecast as CSV; amounts are gross and in major units of their currency, such as 552.00. */
export function csvOf(forecast: Forecast): string {
  const lines = behaviours.flatMap((behaviour) =>
    forecast[behaviour].map((row) => {
      const { planId, month, renewed, lapsed, reminders, quotes, invoices, invoiced, paid } = row;
      const counts = [renewed, lapsed, reminders, quotes, invoices];
      const amounts = [invoiced.currency, decimalOf(invoiced), decimalOf(paid)];
      return [behaviour, planId, month, ...counts, ...amounts].join(',');
    }),
  );
  return [columns, ...lines, ''].join('\n');
}
