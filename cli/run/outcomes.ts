import { batchesOf } from '../../client/deployment/batches.ts';
import type { Failure } from '../../client/runs/account.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import type { Output } from '../shell/output.ts';

/** What a run did to a licence. */
export interface LicenceOutcome {
  readonly licenceId: string;
  readonly outcome: 'done' | 'failed';
  /** The types of the events that the run made; of one that failed, how it stands now. */
  readonly what: string;
  /** The reasons of these events; or why it failed. */
  readonly because: string;
}

const mostShown = 100;
const atATime = 25;

/** What became of the licences of a run, by the name of its execution, as they are read: first those that failed. */
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
  const what = made.map(({ type }) => type).join(', ');
  const because = [...new Set(made.map((event) => event.because))].join('; ');
  return { licenceId, outcome: 'done', what, because };
}

/** As many outcomes as are worth reading, the first hundred. */
export async function someOf(outcomes: AsyncIterable<LicenceOutcome>): Promise<readonly LicenceOutcome[]> {
  const some: LicenceOutcome[] = [];
  for await (const outcome of outcomes) {
    some.push(outcome);
    if (some.length === mostShown) break;
  }
  return some;
}

/** Prints outcomes as a table, and how many there are besides of `all`. Worklists are kept for 30 days. */
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
    `and ${more} more: ${isCut ? '`npx perennial executions show --json` has all' : 'which they were is not kept'}`,
  );
}
