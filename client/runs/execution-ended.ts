import { type EndedExecution, ExecutionReader } from '../../adapters/stepfunctions/execution-reader.ts';
import { Interruption } from '../operator/errors.ts';

const pollMilliseconds = 500;

/** Waits until an execution has ended. Throws `Interruption` where the signal aborts: that ends the waiting only. */
export async function executionEnded(arn: string, signal: AbortSignal): Promise<EndedExecution> {
  try {
    return await new ExecutionReader().ended(arn, pollMilliseconds, signal);
  } catch (error) {
    if (signal.aborted) throw new Interruption(`Stopped waiting. The execution continues: ${arn}.`);
    throw error;
  }
}
