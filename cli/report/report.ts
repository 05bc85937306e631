import { writeFileSync } from 'node:fs';
import { decimalOf, formatMoney } from '../../domain/billing/money.ts';
import { dayIn } from '../../domain/calendar.ts';
import { replay } from '../../domain/receivables/history.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ReadItems } from '../../client/deployment/deployment.ts';
import { IssuedDocuments, type NumberedJournal } from '../../client/finding/issued-documents.ts';
import { plans } from '../../plans/index.ts';
import { connect } from '../shell/connect.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { Listing } from '../shell/listing.ts';
import { planNamed } from '../shell/plan-named.ts';
import type { ReportName, ReportOptions } from './options.ts';
import { headingOf } from './headings.ts';
import { pictureOf } from './picture.ts';
import { isMoney, receivables, renewals, type Report, type ReportRow, revenue } from './rows.ts';

const seenAtATime = 10_000;

const reports = { renewals, receivables, revenue } satisfies Record<
  ReportName,
  (plan: Plan, days: ReportOptions) => Report
>;
const titles = {
  renewals: 'Renewal rate by number',
  receivables: 'Receivables by plan, gross',
  revenue: 'Revenue by month, net',
} as const;
/** The figure that the picture shows. */
const pictured = { renewals: 'ratePercent', receivables: 'total', revenue: 'net' } as const;

/** Reads the journals of all licences of the plans, and prints what a report makes of them. */
export async function report(at: Invocation, name: ReportName, options: ReportOptions): Promise<void> {
  const { output, signal } = at;
  const { from, to, plan: planId, picture } = options;
  if (from > to) throw refused(`--from ${from} is after --to ${to}. Put the earlier day first.`);
  const chosen = planId === undefined ? plans : [planNamed(planId)];
  const deployment = await connect(at);
  const journals = new IssuedDocuments(deployment);
  const rows: ReportRow[] = [];
  let seen = 0;
  let unreadable = 0;
  for (const plan of chosen) {
    const made = reports[name](plan, options);
    for await (const page of journalsFor(name, plan, options, at, journals)) {
      signal.throwIfAborted();
      for (const { problem } of page.unreadable) output.note(`Skipping ${problem}`);
      unreadable += page.unreadable.length;
      const ownerIds = page.values.map(({ events }) => replay(events).facts.customerId);
      const owners = name === 'revenue' ? (await deployment.customers([...new Set(ownerIds)])).values : [];
      const byId = new Map<string, Customer>(owners.map((owner) => [owner.customerId, owner]));
      for (const [index, journal] of page.values.entries())
        made.add(journal, byId.get(ownerIds[index] ?? ''));
      const before = seen;
      seen += page.values.length;
      if (Math.floor(before / seenAtATime) !== Math.floor(seen / seenAtATime))
        output.note(`Read ${seen} licences`);
    }
    rows.push(...made.rows());
  }
  const names = Object.keys(rows[0] ?? {});
  const table = names.map(
    (each) => [headingOf(each), (row: ReportRow) => cellOf(row[each], formatMoney)] as const,
  );
  const csv = names.map((each) => [each, (row: ReportRow) => cellOf(row[each], decimalOf)] as const);
  const currency = (row: ReportRow) => Object.values(row).find(isMoney)?.currency;
  new Listing(output, { table, csv: [...csv, ['currency', currency]] }, options).add(rows);
  if (picture !== undefined) {
    write(picture, pictureOf(`${titles[name]} from ${from} to ${to}`, rows, pictured[name]));
  }
  if (unreadable > 0) throw failed(`${countOf(unreadable, 'licence')} cannot be read.`);
}

/** Of what is open now, only the journals of licences with something open; of what was, and of all else, all journals. */
function journalsFor(
  name: ReportName,
  plan: Plan,
  { to }: ReportOptions,
  { now }: Invocation,
  journals: IssuedDocuments,
): AsyncIterable<ReadItems<NumberedJournal>> {
  const today = dayIn(plan.timeZone, now);
  return name === 'receivables' && to >= today
    ? journals.open(plan.id, today, ({ invoices }) => invoices.length > 0)
    : journals.ofPlan(plan.id);
}

function cellOf(value: ReportRow[string], inWords: typeof formatMoney): string | number | undefined {
  return isMoney(value) ? inWords(value) : value;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refused(`--picture: ${file} cannot be written (${why}). Name another file.`, { cause: error });
  }
}
