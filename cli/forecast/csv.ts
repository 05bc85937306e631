import { behaviours } from '../../domain/forecast.ts';
import type { Forecast } from './forecast-licences.ts';

const columns = 'behaviour,planId,month,renewed,lapsed,reminders,quotes,invoices,currency,invoiced,paid';

/** A forecast as CSV; amounts are gross and in minor units of their currency. */
export function csvOf(forecast: Forecast): string {
  const lines = behaviours.flatMap((behaviour) =>
    forecast[behaviour].map((row) => {
      const { planId, month, renewed, lapsed, reminders, quotes, invoices, invoiced, paid } = row;
      const counts = [renewed, lapsed, reminders, quotes, invoices];
      return [behaviour, planId, month, ...counts, invoiced.currency, invoiced.amount, paid.amount].join(',');
    }),
  );
  return [columns, ...lines, ''].join('\n');
}
