import { describe, expect, test } from 'vitest';
import { Executions } from '../../../client/runs/executions.ts';
import type { DueIndex } from '../../../adapters/dynamodb/licences/due-index.ts';
import type { RunStore } from '../../../adapters/dynamodb/runs/runs.ts';
import type { WorklistStore } from '../../../adapters/s3/worklists.ts';
import type { FinishedExecution } from '../../../local/cloud.ts';

const planId = 'video-sma';
const name = 'video-sma-20251231T2300Z';
const date = '2026-01-01';

/** An execution that was scheduled when it was New Year in Berlin, and not yet in Greenwich. */
function execution(own: Pick<FinishedExecution, 'status'> & Partial<FinishedExecution>): FinishedExecution {
  const input = { planId, scheduledTime: '2025-12-31T23:00:00Z' };
  const unused = { executionArn: '', stateMachineArn: '', startDate: new Date(0), stopDate: new Date(0) };
  return { name, input, ...unused, ...own };
}

/** What the tables and the worklist say of the run. */
function executions({
  listed = [],
  recorded = [],
  stillDue = [],
  trouble,
}: {
  readonly listed?: readonly string[];
  readonly recorded?: readonly { licenceId: string; reason: string }[];
  readonly stillDue?: readonly string[];
  readonly trouble?: string;
}): Executions {
  const worklists: Pick<WorklistStore, 'at' | 'readIfThere'> = {
    at: (...parts) => ({ bucket: 'b', key: parts.join('/') }),
    async *readIfThere({ key }) {
      await Promise.resolve();
      if (key === `${planId}/${date}/${name}`) yield* listed;
    },
  };
  const runs: Pick<RunStore, 'failures' | 'trouble'> = {
    failures: () => Promise.resolve(recorded),
    trouble: () => Promise.resolve(trouble),
  };
  const index: Pick<DueIndex, 'stillDue'> = {
    stillDue: (ids) => Promise.resolve(stillDue.filter((id) => ids.includes(id))),
  };
  return new Executions(runs as RunStore, worklists as WorklistStore, index as DueIndex);
}

describe('a run that succeeded', () => {
  test('has its counts from its output, and its day from the plan’s time zone', async () => {
    const output = { planId, date, due: 5, done: 5, failedCount: 0, failed: [], summary: '' };
    const read = await executions({}).read(execution({ status: 'SUCCEEDED', output }));
    const line = { date, planId, name, status: 'SUCCEEDED', due: 5, done: 5, failed: 0 };
    expect(read).toEqual({ line, failed: [] });
  });

  test('with nothing due has counts of nothing', async () => {
    const output = { planId, today: date, due: 0, alreadyRun: false };
    const { line } = await executions({}).read(execution({ status: 'SUCCEEDED', output }));
    expect(line).toMatchObject({ due: 0, done: 0, failed: 0 });
  });
});

describe('a run that failed', () => {
  test('names the licences that were recorded, and those that are due even now', async () => {
    const recorded = [{ licenceId: 'A', reason: 'no rate' }];
    const told = executions({ listed: ['A', 'B', 'C'], recorded, stillDue: ['A', 'C'] });
    const read = await told.read(execution({ status: 'FAILED', error: 'States.Timeout', cause: '2 of 3' }));
    expect(read.line).toEqual({
      date,
      planId,
      name,
      status: 'FAILED',
      due: 3,
      done: 1,
      failed: 2,
      cause: '2 of 3',
    });
    expect(read.failed).toEqual([
      { licenceId: 'A', planId, date, reason: 'no rate' },
      { licenceId: 'C', planId, date, reason: 'still due after the run, which recorded no reason' },
    ]);
  });

  test('for its mails alone has no failed licence, and says why they wait', async () => {
    const told = executions({ listed: ['A'], trouble: 'quota used up' });
    const ended = { status: 'FAILED', error: 'LicencesFailed', cause: 'mails wait' } as const;
    const { line, failed } = await told.read(execution(ended));
    expect(line).toMatchObject({ due: 1, done: 1, failed: 0, trouble: 'quota used up' });
    expect(failed).toEqual([]);
  });

  test('before it knew what was due has counts of nothing, and its error', async () => {
    const { line, failed } = await executions({}).read(
      execution({ status: 'TIMED_OUT', error: 'States.Timeout' }),
    );
    expect(line).toMatchObject({ status: 'TIMED_OUT', due: 0, done: 0, failed: 0, cause: 'States.Timeout' });
    expect(failed).toEqual([]);
  });
});
