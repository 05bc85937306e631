import { batchesOf } from '../../client/deployment/batches.ts';
import type { Failure } from '../../client/runs/account.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import type { Output } from '../shell/output.ts';
import { eventInWords } from '../../client/words/event-in-words.ts';

/** What a run did to a licence. */
export interface LicenceOutcome {
  readonly licenceId: string;
  readonly outcome: 'done' | 'failed';
  /** The events that the run recorded, in words; of one that failed, whether it is parked now. */
  readonly what: string;
  /** The reasons of these events, or of the failure. */
  readonly because: string;
}

const mostShown = 100;
const atATime = 25;

/** The outcomes of a run's licences, by the name of its execution, as they are read: first those that failed. */
export async function* outcomesOf(
  deployment: Deployment,
  execution: string,
  listed: AsyncIterable<string> | Iterable<string>,
  failures: readonly Failure[],
): AsyncGenerator<LicenceOutcome, void> {
  for await (const some of batchesOf(failures, atATime)) {
    const parked = await deployment.parkedAmong(some.map(({ licenceId }) => licenceId));
    const isParked = new Set(parked.map(({ licenceId }) => licenceId));
    for (const { licenceId, reason } of some) {
      const what = isParked.has(licenceId) ? 'parked' : 'not parked';
      yield { licenceId, outcome: 'failed', what, because: reason };
    }
  }
  const failed = new Set(failures.map(({ licenceId }) => licenceId));
  for await (const some of batchesOf(listed, atATime)) {
    const others = some.filter((licenceId) => !failed.has(licenceId));
    yield* await Promise.all(others.map((licenceId) => done(deployment, execution, licenceId)));
  }
}

async function done(deployment: Deployment, execution: string, licenceId: string): Promise<LicenceOutcome> {
  const { events = [] } = (await deployment.history(licenceId)) ?? {};
  const made = events
    .filter(({ cause }) => cause?.by === 'execution' && cause.execution === execution)
    .map(({ event }) => event);
  if (made.length === 0) return { licenceId, outcome: 'done', what: 'no event', because: '' };
  const what = made.map(eventInWords).join('; ');
  const because = [...new Set(made.map((event) => event.because))].join('; ');
  return { licenceId, outcome: 'done', what, because };
}

/** The first hundred outcomes: more than that nobody reads in a table. */
export async function someOf(outcomes: AsyncIterable<LicenceOutcome>): Promise<readonly LicenceOutcome[]> {
  const some: LicenceOutcome[] = [];
  for await (const outcome of outcomes) {
    some.push(outcome);
    if (some.length === mostShown) break;
  }
  return some;
}

/** Prints outcomes as a table, and how many more of `all` there are. Worklists are kept for 30 days. */
export function printOutcomes(output: Output, outcomes: readonly LicenceOutcome[], all: number): void {
  if (outcomes.length > 0) {
    output.print();
    output.table(
      ['licence', 'outcome', 'what', 'because'],
      outcomes.map(({ licenceId, outcome, what, because }) => [licenceId, outcome, what, because]),
    );
  }
  const more = all - outcomes.length;
  if (more <= 0) return;
  const isCut = outcomes.length === mostShown;
  output.print(
    isCut
      ? `… and ${more} more. \`npx perennial executions show --json\` prints all of them.`
      : `… and ${more} more. The list of a run's licences is kept for 30 days only.`,
  );
}
