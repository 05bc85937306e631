import type { EndedExecution, ExecutionStarter } from '../../adapters/stepfunctions/executions.ts';
import { interrupted } from '../../cli/shell/ending.ts';

const pollMilliseconds = 500;

/** Waits until an execution has ended. Ctrl-C ends the waiting only. */
export async function waitFor(
  starter: ExecutionStarter,
  arn: string,
  signal: AbortSignal,
): Promise<EndedExecution> {
  try {
    return await starter.ended(arn, pollMilliseconds, signal);
  } catch (error) {
    if (signal.aborted) throw interrupted(`stopped waiting; the execution itself goes on as ${arn}`);
    throw error;
  }
}
