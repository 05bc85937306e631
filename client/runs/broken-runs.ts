import * as z from 'zod/mini';
import { type EndedExecution, ExecutionReader } from '../../adapters/stepfunctions/execution-reader.ts';
import { reasonOf } from '../../contracts/workflow/caught-error.ts';
import { addDays, dayIn } from '../../domain/calendar.ts';
import { planById } from '../../plans/index.ts';
import { openLineOf, type RunLine } from './run-line.ts';

/** So many failed executions are looked at: a page must not take longer where many have failed. */
const mostLookedAt = 5;

const inputSchema = z.object({
  planId: z.string(),
  scheduledTime: z.string(),
  licenceIds: z.optional(z.array(z.string())),
});

/**
 * Days that seem missed because their execution broke off before it recorded the run: their lines say why, and name the
 * execution. One request, and one for each failed execution, of which the latest five are looked at.
 */
export async function withBrokenRuns(
  stateMachine: string,
  lines: readonly RunLine[],
): Promise<readonly RunLine[]> {
  const [first] = lines.flatMap(({ ended, date }) => (ended === 'missed' ? [date] : [])).toSorted();
  if (first === undefined) return lines;
  const broken = new Map<string, RunLine>();
  // The day of a plan may begin on the day before in UTC.
  const failed = new ExecutionReader().failedSince(stateMachine, addDays(first, -1), mostLookedAt);
  for await (const execution of failed) {
    const line = lineOfBroken(execution);
    if (line !== undefined && !broken.has(keyOf(line))) broken.set(keyOf(line), line);
  }
  return lines.map((line) => (line.ended === 'missed' ? (broken.get(keyOf(line)) ?? line) : line));
}

function lineOfBroken({ name, input, status, error, cause }: EndedExecution): RunLine | undefined {
  const { data } = inputSchema.safeParse(input);
  if (data === undefined || data.licenceIds !== undefined) return undefined;
  const { planId, scheduledTime } = data;
  const today = dayIn(planById(planId)?.timeZone ?? 'UTC', scheduledTime);
  const reason = reasonOf({ Error: error ?? status, Cause: cause ?? '' });
  return openLineOf({ planId, today, execution: name, isExtra: false }, reason);
}

function keyOf({ planId, date }: Pick<RunLine, 'planId' | 'date'>): string {
  return `${planId} ${date}`;
}
