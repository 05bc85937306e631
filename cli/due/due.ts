import { addDays, type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Days } from '../../domain/time/days.ts';
import { withNames } from '../../client/browsing/names.ts';
import { DueLicences } from '../../client/finding/due-licences.ts';
import { plans } from '../../plans/index.ts';
import { connect } from '../shell/connect.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type Columns, Listing } from '../shell/listing.ts';
import { planNamed } from '../shell/plan-named.ts';
import type { DueOptions } from './options.ts';
import { amountsInWords, byDay, dueColumns, type DueRow, dueRows } from '../../client/finding/due-rows.ts';

/** Prints what the runs of some days will do, plan by plan, as it is read; ends early if nobody reads on. */
export async function listDue(at: Invocation, options: DueOptions): Promise<void> {
  const { output, signal, now } = at;
  const chosen = options.plan === undefined ? plans : [planNamed(options.plan)];
  const named = chosen.map((plan) => [plan, daysOf(options, dayIn(plan.timeZone, now))] as const);
  const deployment = await connect(at);
  const due = new DueLicences(deployment);
  const { customer } = options;
  const owner = customer === undefined ? undefined : await deployment.requireCustomer(customer);
  const listed = new Listing(output, columns, options);
  const licences = new Set<string>();
  let unreadable = 0;
  for (const [plan, days] of named) {
    const from = await due.nextRun(plan.id, dayIn(plan.timeZone, now));
    for await (const page of due.by(plan.id, days.to)) {
      signal.throwIfAborted();
      if (!output.isRead) return;
      for (const { problem } of page.unreadable) output.note(`Skipping ${problem}`);
      unreadable += page.unreadable.length;
      const rows = page.values
        .filter(({ licence }) => owner === undefined || licence.facts.customerId === owner.customerId)
        .flatMap((stored) => dueRows(plan, stored, from, days))
        .toSorted(byDay);
      for (const { licenceId } of rows) licences.add(licenceId);
      listed.add(await withNames(deployment, rows));
    }
  }
  if (listed.isTable)
    output.note(licences.size === 0 ? 'Nothing is due.' : countOf(licences.size, 'licence'));
  if (unreadable > 0) throw failed(`${countOf(unreadable, 'licence')} cannot be read.`);
}

/** The days that are asked for, or tomorrow. */
function daysOf({ on, from, to }: DueOptions, today: CivilDate): Days {
  if (on !== undefined && (from ?? to) !== undefined) throw refused('Name either --on, or --from and --to.');
  if ((from === undefined) !== (to === undefined)) throw refused('Name both --from and --to.');
  const day = on ?? addDays(today, 1);
  const days = { from: from ?? day, to: to ?? day };
  if (days.from > days.to)
    throw refused(`--from ${days.from} is after --to ${days.to}. Put the earlier day first.`);
  if (days.to < today) {
    throw refused(
      `${days.to} is over. \`npx perennial executions show PLAN ${days.to}\` shows what its run did.`,
    );
  }
  return days;
}

const columns: Columns<DueRow> = {
  table: [
    ['date', ({ date }) => date],
    ['licence', ({ licenceId }) => licenceId],
    ['customer', ({ customer, customerId }) => customer ?? customerId],
    ['what', ({ what }) => what],
    ['amount', amountsInWords],
    ['until', ({ until }) => until],
  ],
  csv: dueColumns,
};
