/** The sites of the AWS console, by the partition of an ARN. */
const sites: ReadonlyMap<string, string> = new Map([
  ['aws', 'console.aws.amazon.com'],
  ['aws-cn', 'console.amazonaws.cn'],
  ['aws-us-gov', 'console.amazonaws-us-gov.com'],
]);

/** Where an execution can be read in full. The embedded cloud, whose account is number 0, has no console. */
export function placeOf(executionArn: string): string {
  const [, partition = '', , region = '', account] = executionArn.split(':');
  const site = sites.get(partition);
  if (Number(account) > 0 && site !== undefined) {
    // Outside of the commercial partition the site is not split by region.
    const host = partition === 'aws' ? `${region}.${site}` : site;
    return `https://${host}/states/home?region=${region}#/v2/executions/details/${executionArn}`;
  }
  return 'its line in executions/executions.jsonl, in the folder that `npx perennial local` names as its data';
}
