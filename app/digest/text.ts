import type { CivilDate } from '../../domain/calendar.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import type { ComingLapse } from '../../domain/cover/coming-lapse.ts';
import type { SenderProblem } from './senders.ts';
import type { Lapses, LapsesOfPlan } from './lapses.ts';
import type { NamedLicence } from '../../adapters/dynamodb/licences/plan-licences.ts';
import type { UndeliveredMail } from '../../adapters/dynamodb/runs/undelivered-mails.ts';
import type { RunsOfPlan } from './runs-of-plan.ts';
import { whyMailsWait, remedyFor } from '../../contracts/workflow/trouble.ts';
import { daysAwaited, type SilentMails } from './silent-mails.ts';

/** So many mails that did not arrive are named. */
const mostUndelivered = 20;

/** If SES has said nothing of so many mails or more, and of none of that time anything, its reports do not arrive. */
const fewestSuspected = 5;

/** So many licences that failed are named of each plan. */
export const mostFailed = 20;

/** What a digest says. */
export interface Digest {
  /** A UTC instant, up to which it covers. */
  readonly time: string;
  readonly runs: readonly RunsOfPlan[];
  /** Senders whose DKIM is not verified. */
  readonly senders: readonly SenderProblem[];
  readonly lapses: Lapses;
  /** Bills and notices of the last days that did not arrive. */
  readonly undelivered: readonly UndeliveredMail[];
  /** Bills and notices on which SES has reported nothing. */
  readonly silent: SilentMails;
  /** How many payments wait because nobody knows what they pay. */
  readonly waitingPayments: number;
  /** For how many days ahead lapses are forecast. */
  readonly daysAhead: number;
  /** Of those that failed and those with silent mails, the licences that are named, by id. */
  readonly licences: ReadonlyMap<string, NamedLicence>;
  /** Of the customers that are named, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** At the most some 90 ASCII letters. */
export function subjectOf({ time, runs }: Digest): string {
  const failed = runs.reduce((sum, { run }) => sum + (run?.counts?.failed ?? 0), 0);
  const notRun = runs.filter(({ day, missed }) => missed.includes(day)).length;
  const unfinished = runs.filter(({ run }) => run !== undefined && run.counts === undefined).length;
  const problems = [
    counted(failed, 'licence failed', 'licences failed'),
    counted(notRun, 'plan did not run', 'plans did not run'),
    counted(unfinished, 'run not ended', 'runs not ended'),
    troublesOf(runs).length === 0 ? undefined : 'mails wait',
  ].filter((problem) => problem !== undefined);
  return `Perennial ${time.slice(0, 10)}: ${problems.length === 0 ? 'all runs are done' : problems.join(', ')}`;
}

/** What operators read: licences with their customers' names, amounts, and no addresses. */
export function textOf(digest: Digest): string {
  const { time, runs, lapses, undelivered, waitingPayments, daysAhead, names } = digest;
  const left = lapses.ofPlans.reduce((sum, { count }) => sum + count, 0) - lapses.first.length;
  return [
    `The last run of each plan, as of ${time}`,
    '',
    ...runs.flatMap((run) => runInWords(run, digest)),
    ...remediesFor(runs),
    ...sendersInWords(digest.senders),
    '',
    `Licences that lapse within ${daysAhead} days if nobody acts, and what they would have to pay to go on`,
    '',
    ...lapses.ofPlans.map(sumInWords),
    ...(lapses.first.length === 0 ? [] : ['', ...lapses.first.map((lapse) => lapseInWords(lapse, names))]),
    ...(left > 0 ? [`and ${left} more, later`] : []),
    ...undeliveredInWords(undelivered, names),
    ...silentInWords(digest),
    ...waitingInWords(waitingPayments),
    '',
    'To see a licence: npx perennial licence show LICENCE',
    'What to do about what failed or was missed: docs/runbook.md',
    '',
  ].join('\n');
}

function runInWords({ planId, day, run, failed, missed }: RunsOfPlan, digest: Digest): readonly string[] {
  const mails = [
    counted(run?.counts?.unknown ?? 0, 'mail that may or may not have gone out'),
    counted(run?.counts?.held ?? 0, 'mail held'),
  ];
  return [
    `${planId}, ${day}: ${outcomeOf(day, run, missed)}`,
    ...(failed.length === 0 ? [] : [`  failed: ${failedInWords(failed, digest)}`]),
    ...(run?.trouble === undefined ? [] : [`  ${whyMailsWait(run.trouble)}`]),
    ...mails.flatMap((line) => (line === undefined ? [] : [`  ${line}`])),
    ...(missed.length === 0 ? [] : [`  days of this week without a run: ${missed.join(', ')}`]),
  ];
}

/** Why the account could not send mail in the last runs. */
function troublesOf(runs: Digest['runs']): readonly string[] {
  return runs.flatMap(({ run }) => run?.trouble ?? []);
}

/** What has the mails that wait go out, each remedy once. */
function remediesFor(runs: Digest['runs']): readonly string[] {
  const remedies = [...new Set(troublesOf(runs).map(remedyFor))];
  return remedies.flatMap((remedy) => ['', `So that the next run can send mails: ${remedy}`]);
}

/** A line for each. */
function sendersInWords(senders: Digest['senders']): readonly string[] {
  if (senders.length === 0) return [];
  return ['', ...senders.map(({ domain, found, remedy }) => `Sender ${domain}: ${found}. To do: ${remedy}.`)];
}

function outcomeOf(day: CivilDate, run: RunsOfPlan['run'], missed: readonly CivilDate[]): string {
  if (run === undefined) return missed.includes(day) ? 'did not run' : 'has not run yet';
  if (run.counts === undefined) return 'has begun and not ended';
  const { due, done, failed } = run.counts;
  return due === 0 ? 'nothing was due' : `${due} due, ${done} done, ${failed} failed`;
}

/** Each with its customer and product, as far as they are known. */
function failedInWords(licenceIds: readonly string[], { licences, names }: Digest): string {
  const more = licenceIds.length - mostFailed;
  const inWords = licenceIds.slice(0, mostFailed).map((licenceId) => {
    const { customerId, product } = licences.get(licenceId) ?? {};
    const known = [customerId && (names.get(customerId) ?? customerId), product].filter(
      (part) => part !== undefined && part !== '',
    );
    return known.length === 0 ? licenceId : `${licenceId} (${known.join(', ')})`;
  });
  return `${inWords.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function sumInWords({ planId, count, amount, brokenOff }: LapsesOfPlan): string {
  const licences = counted(count, 'licence', 'licences');
  const sum = licences === undefined ? 'none' : `${licences}, ${formatMoney(amount)}`;
  return `${planId}: ${sum}${brokenOff === undefined ? '' : `; there may be more: ${brokenOff}`}`;
}

function lapseInWords(
  { on, licenceId, customerId, planId, reason, amount }: ComingLapse,
  names: Digest['names'],
): string {
  const customer = names.get(customerId) ?? customerId;
  return `  ${on}  ${licenceId}  ${customer}  ${planId}  ${reason}  ${formatMoney(amount)}`;
}

/** The latest are named. */
function undeliveredInWords(mails: readonly UndeliveredMail[], names: Digest['names']): readonly string[] {
  if (mails.length === 0) return [];
  const more = mails.length - mostUndelivered;
  return [
    '',
    'Bills and notices of the last seven days that did not arrive: ask the customer for an address that works',
    '',
    ...mails
      .slice(-mostUndelivered)
      .map(
        ({ on, licenceId, customerId, kind }) =>
          `  ${on}  ${licenceId}  ${names.get(customerId) ?? customerId}  ${kind}`,
      ),
    ...(more > 0 ? [`and ${more} earlier`] : []),
  ];
}

/** The first are named. */
function silentInWords({ silent, licences, names }: Digest): readonly string[] {
  const { count, sent, stoppedAt, brokenOff } = silent;
  const more = count - silent.named.length;
  const lines = silent.named.map(({ sentOn = '', licenceId, kind, number }) => {
    const { customerId = '' } = licences.get(licenceId) ?? {};
    const cells = [sentOn, licenceId, names.get(customerId) ?? customerId, kind, number ?? ''];
    return `  ${cells.filter((cell) => cell !== '').join('  ')}`;
  });
  const areAllSilent = count === sent && count >= fewestSuspected;
  const unsaid = [
    ...(areAllSilent
      ? [
          `SES has reported on none of the ${sent} bills and notices of that time. If its reports do not arrive, this says why: npx perennial doctor`,
          '',
        ]
      : []),
    ...lines,
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(stoppedAt === undefined ? [] : [`The next digest looks at those that were sent after ${stoppedAt}`]),
    ...(brokenOff === undefined ? [] : [`They could not all be looked at: ${brokenOff}`]),
  ];
  if (unsaid.length === 0) return [];
  const heading = `Bills and notices that SES took ${daysAwaited} days ago or earlier without saying since whether they arrived: ask the customer`;
  return ['', heading, '', ...unsaid];
}

function waitingInWords(count: number): readonly string[] {
  if (count === 0) return [];
  const waiting = count === 1 ? '1 payment waits' : `${count} payments wait`;
  return ['', `${waiting} to be assigned to a licence: npx perennial payments list --unmatched`];
}

/** Undefined where there is none. */
function counted(count: number, one: string, more?: string): string | undefined {
  if (count === 0) return undefined;
  return more === undefined ? `${one}: ${count}` : `${count} ${count === 1 ? one : more}`;
}
