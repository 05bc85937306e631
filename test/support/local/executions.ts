import {
  DescribeExecutionCommand,
  StartExecutionCommand,
  type DescribeExecutionCommandOutput,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { machineArn } from './assembly.ts';

/** Starts an execution and waits until it has ended. */
export async function run(
  states: SFNClient,
  input: unknown,
  stateMachineArn = machineArn(),
): Promise<DescribeExecutionCommandOutput> {
  const { executionArn } = await states.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  );
  return await waitFor(states, executionArn);
}

/** Waits until an execution has ended. */
export async function waitFor(
  states: SFNClient,
  executionArn: string | undefined,
): Promise<DescribeExecutionCommandOutput> {
  for (;;) {
    const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') return execution;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** The output of an execution that has ended. */
export function outputOf(execution: DescribeExecutionCommandOutput): unknown {
  return execution.output === undefined ? undefined : JSON.parse(execution.output);
}
