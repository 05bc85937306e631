import { outputs } from '../../contracts/stacks.ts';
import { refused } from '../../cli/shell/ending.ts';

/** The ARN of the state machine that runs plans. */
export function stateMachineOf(deployed: Readonly<Record<string, string>>): string {
  const arn = deployed[outputs.stateMachine];
  if (arn !== undefined) return arn;
  throw refused(
    `the stacks have no output ${outputs.stateMachine}: deploy them again with \`npx cdk deploy --all\``,
  );
}

/** The ARN of an execution by its name. */
export function executionOf(stateMachine: string, name: string): string {
  return `${stateMachine.replace(':stateMachine:', ':execution:')}:${name}`;
}

/** Where an execution can be looked at. The embedded cloud, whose account is number 0, has no console. */
export function placeOf(executionArn: string): string {
  const [, , , region, account] = executionArn.split(':');
  if (Number(account) > 0) {
    return `https://${region}.console.aws.amazon.com/states/home?region=${region}#/v2/executions/details/${executionArn}`;
  }
  return 'its line in executions/executions.jsonl, in the folder that `npx perennial local` names as its data';
}
