import type { CivilDate } from '../../domain/calendar.ts';
import { forecast } from '../../domain/forecast.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ReadItems, Unreadable } from '../../client/deployment/deployment.ts';
import type { MailsOfDays } from './long-days.ts';
import { type Forecast, Tallies } from '../../client/forecast/tally.ts';

/**
 * What the daily runs from `from` to `to` will do to the licences of each plan. `seen` is called with the number of
 * licences read so far, `unreadable` with those that cannot be read. `mails` counts what goes out if nobody acts.
 */
export async function forecastLicences(
  plans: readonly Plan[],
  licencesOf: (plan: Plan) => AsyncIterable<ReadItems<Licence>>,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  seen: (licences: number) => void,
  unreadable: (licences: readonly Unreadable[]) => void,
  mails: MailsOfDays,
): Promise<Forecast> {
  const nobody = new Tallies(plans, from, to);
  const everybody = new Tallies(plans, from, to);
  let count = 0;
  for (const plan of plans) {
    for await (const page of licencesOf(plan)) {
      unreadable(page.unreadable);
      for (const licence of page.values) {
        const unasked = forecast(plan, licence, from, to, 'nobody-acts');
        nobody.add(plan.id, unasked);
        mails.add(unasked);
        everybody.add(plan.id, forecast(plan, licence, from, to, 'everybody-pays'));
      }
      count += page.values.length;
      seen(count);
    }
  }
  return { 'nobody-acts': nobody.rows, 'everybody-pays': everybody.rows };
}
