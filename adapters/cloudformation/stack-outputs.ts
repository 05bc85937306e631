import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** There is no such stack where the environment points to. */
export class NotDeployed extends Error {
  override readonly name = 'NotDeployed';
}

/**
 * What stacks put out, by output key, as CloudFormation has it. Region, endpoint and credentials come from the
 * environment. Throws `NotDeployed` for the first stack that there is not.
 */
export async function outputsOf(stacks: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const client = new CloudFormationClient();
  try {
    const found = [];
    for (const stack of stacks) found.push(...(await outputsOfStack(client, stack)));
    return Object.fromEntries(found);
  } finally {
    client.destroy();
  }
}

async function outputsOfStack(
  client: CloudFormationClient,
  stack: string,
): Promise<readonly (readonly [string, string])[]> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    return Stacks.flatMap(({ Outputs = [] }) => Outputs).flatMap(({ OutputKey, OutputValue }) =>
      OutputKey === undefined || OutputValue === undefined ? [] : [[OutputKey, OutputValue] as const],
    );
  } catch (error) {
    const isMissing = error instanceof Error && error.message.includes('does not exist');
    throw isMissing ? new NotDeployed(`There is no stack ${stack}`, { cause: error }) : error;
  }
}
