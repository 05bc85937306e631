import { writeFileSync } from 'node:fs';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Behaviour } from '../../domain/forecast.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { plans } from '../../plans/index.ts';
import { connect } from '../shell/connect.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import type { Output } from '../shell/output.ts';
import { planNamed } from '../shell/plan-named.ts';
import { barsOf } from './bars.ts';
import { csvOf } from './csv.ts';
import { forecastLicences } from './forecast-licences.ts';
import { MailsOfDays, noticeOf } from './long-days.ts';
import { seriesOf } from '../../client/forecast/series.ts';
import { svgOf } from './svg.ts';
import type { Tally } from '../../client/forecast/tally.ts';

export interface ForecastOptions {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly plan?: string;
  readonly csv?: string;
  readonly chart?: string;
  readonly json?: boolean;
}

const headings: Readonly<Record<Behaviour, string>> = {
  'nobody-acts': 'If nobody acts',
  'everybody-pays': 'If everybody pays',
};
const seenAtATime = 10_000;

/** Prints what the daily runs will do to all licences, and writes the files that are asked for. */
export async function forecast(
  at: Invocation,
  { from, to, plan: planId, csv, chart, json }: ForecastOptions,
): Promise<void> {
  const { output, signal } = at;
  const chosen = planId === undefined ? plans : [planNamed(planId)];
  const deployment = await connect(at);
  const mails = new MailsOfDays();
  const foreseen = await forecastLicences(
    chosen,
    ({ id }) => deployment.licencesOf(id),
    { from, to },
    (seen) => {
      signal.throwIfAborted();
      if (seen % seenAtATime === 0) output.note(`Read ${seen} licences`);
    },
    (licences) => {
      for (const { problem } of licences) output.note(`Skipping ${problem}`);
    },
    mails,
  );
  const sendRate = Number(deployment.outputs[outputs.sendRate]);
  for (const long of mails.longAt(sendRate)) output.note(noticeOf(long, sendRate));
  if (csv !== undefined) write('--csv', csv, csvOf(foreseen));
  const series = seriesOf(foreseen);
  if (chart !== undefined) write('--chart', chart, svgOf(series, from, to));
  if (json === true) {
    output.json(foreseen);
    return;
  }
  show(output, 'nobody-acts', foreseen['nobody-acts']);
  show(output, 'everybody-pays', foreseen['everybody-pays']);
  output.print('Invoiced each month: █ even if nobody acts, ░ only if everybody pays');
  for (const line of barsOf(series)) output.print(line);
}

function show(output: Output, behaviour: Behaviour, rows: readonly Tally[]): void {
  output.print(headings[behaviour]);
  output.table(
    ['plan', 'month', 'renewed', 'lapsed', 'reminders', 'quotes', 'invoices', 'invoiced', 'paid'],
    rows.map(({ planId, month, renewed, lapsed, reminders, quotes, invoices, invoiced, paid }) => [
      planId,
      month,
      renewed,
      lapsed,
      reminders,
      quotes,
      invoices,
      formatMoney(invoiced),
      formatMoney(paid),
    ]),
  );
  output.print();
}

function write(option: string, file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refused(`${option}: ${file} cannot be written (${why}). Name another file.`, { cause: error });
  }
}
