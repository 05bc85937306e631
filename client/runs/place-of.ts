/** Where an execution can be read in full. The embedded cloud, whose account is number 0, has no console. */
export function placeOf(executionArn: string): string {
  const [, , , region, account] = executionArn.split(':');
  if (Number(account) > 0) {
    return `https://${region}.console.aws.amazon.com/states/home?region=${region}#/v2/executions/details/${executionArn}`;
  }
  return 'its line in executions/executions.jsonl, in the folder that `npx perennial local` names as its data';
}
