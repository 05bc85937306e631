import type { CivilDate } from '../../domain/calendar.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { Output } from '../output.ts';
import type { ExecutionLine } from '../simulate/executions.ts';
import type { FailedLicence } from '../simulate/play.ts';

/** What a run did to a licence. */
export interface LicenceOutcome {
  readonly licenceId: string;
  readonly outcome: 'done' | 'failed';
  /** The events of the day; or why it failed. */
  readonly what: string;
}

const mostShown = 50;

/** What became of the licences of a run: of all that failed, and of those that were done fifty. */
export async function outcomesOf(
  deployment: Deployment,
  day: CivilDate,
  listed: AsyncIterable<string> | Iterable<string>,
  failures: readonly FailedLicence[],
): Promise<readonly LicenceOutcome[]> {
  const outcomes: LicenceOutcome[] = failures.map(({ licenceId, reason }) => {
    return { licenceId, outcome: 'failed', what: reason };
  });
  const failed = new Set(failures.map(({ licenceId }) => licenceId));
  let shown = 0;
  for await (const licenceId of listed) {
    if (failed.has(licenceId)) continue;
    if (shown === mostShown) break;
    shown += 1;
    const events = (await deployment.events(licenceId)).filter(({ date }) => date === day);
    outcomes.push({ licenceId, outcome: 'done', what: events.map(({ type }) => type).join(', ') });
  }
  return outcomes;
}

export function tellOutcomes(
  output: Output,
  { planId, date, due, done, failed }: ExecutionLine,
  outcomes: readonly LicenceOutcome[],
): void {
  output.say(`${planId} on ${date}: ${due} due, ${done} done, ${failed} failed`);
  if (outcomes.length === 0) return;
  output.say();
  output.table(
    ['licence', 'outcome', 'what'],
    outcomes.map(({ licenceId, outcome, what }) => [licenceId, outcome, what]),
  );
  const more = due - outcomes.length;
  if (more > 0) output.say(`and ${more} more`);
}
