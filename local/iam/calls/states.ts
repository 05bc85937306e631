import * as z from 'zod';
import type { Call } from '../policies/evaluate.ts';
import { unknownOperation } from './unknown.ts';

const aboutMachine = z.looseObject({ stateMachineArn: z.string() });
const aboutExecution = z.looseObject({ executionArn: z.string() });
const aboutMapRun = z.looseObject({ mapRunArn: z.string() });
const aboutEither = z.looseObject({
  stateMachineArn: z.string().optional(),
  mapRunArn: z.string().optional(),
});

/** Starting an execution of a state machine, as a Map Run does for each of its children. */
export function startExecution(machineArn: string): Call {
  return { action: 'states:StartExecution', resource: machineArn };
}

/** What a request to Step Functions does. Throws for an operation that is not known here. */
export function statesCalls(operation: string, request: unknown): Call[] {
  const action = `states:${operation}`;
  switch (operation) {
    case 'DescribeStateMachine':
    case 'StartExecution':
      return [{ action, resource: aboutMachine.parse(request).stateMachineArn }];
    case 'DescribeExecution':
    case 'GetExecutionHistory':
    case 'ListMapRuns':
    case 'StopExecution':
      return [{ action, resource: aboutExecution.parse(request).executionArn }];
    case 'DescribeMapRun':
      return [{ action, resource: aboutMapRun.parse(request).mapRunArn }];
    case 'ListExecutions': {
      const { stateMachineArn, mapRunArn } = aboutEither.parse(request);
      return [{ action, resource: mapRunArn ?? stateMachineArn ?? '*' }];
    }
    case 'ListStateMachines':
      return [{ action, resource: '*' }];
    default:
      return unknownOperation('Step Functions', operation);
  }
}
