import { ExecutionReader } from '../../adapters/stepfunctions/execution-reader.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { outputNamed } from '../deployment/output-named.ts';
import { executionsOf, type ReadExecution } from './executions.ts';

/** The results of runs that began at an instant or later and have ended, the latest first. */
export async function* endedSince(deployment: Deployment, instant: string): AsyncIterable<ReadExecution> {
  const reader = executionsOf(deployment);
  const stateMachine = outputNamed(deployment.outputs, outputs.stateMachine);
  for await (const ended of new ExecutionReader().endedSince(stateMachine, instant)) {
    yield await reader.read(ended);
  }
}
