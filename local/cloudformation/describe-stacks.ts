import { ServiceError } from '../shared/service-error.ts';
import { escapeMarkup } from '../shared/markup.ts';

/** The outputs of each stack, by the name of the stack. */
export type StackOutputs = ReadonlyMap<string, Readonly<Record<string, string>>>;

/**
 * Answers CloudFormation's DescribeStacks, so that a command line looks names up as on AWS.
 * @param form the request's members in the query protocol
 * @returns the answer as XML
 * @throws ServiceError for another action, or a stack that is not in the assembly
 */
export function describeStacks(form: URLSearchParams, stacks: StackOutputs, region: string): string {
  const action = form.get('Action');
  if (action !== 'DescribeStacks') {
    throw new ServiceError(
      'InvalidAction',
      `the embedded cloud does only DescribeStacks of CloudFormation, not ${String(action)}`,
      {},
      501,
    );
  }
  const wanted = form.get('StackName');
  const chosen = [...stacks].filter(([name]) => wanted === null || wanted === name);
  if (wanted !== null && chosen.length === 0) {
    throw new ServiceError('ValidationError', `Stack with id ${wanted} does not exist`);
  }
  const members = chosen.map(([name, outputs]) => {
    const values = Object.entries(outputs).map(
      ([key, value]) =>
        `<member><OutputKey>${escapeMarkup(key)}</OutputKey><OutputValue>${escapeMarkup(value)}</OutputValue></member>`,
    );
    return (
      `<member><StackName>${escapeMarkup(name)}</StackName>` +
      `<StackId>arn:aws:cloudformation:${region}:000000000000:stack/${escapeMarkup(name)}/local</StackId>` +
      '<CreationTime>1970-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus>' +
      `<Outputs>${values.join('')}</Outputs></member>`
    );
  });
  return (
    '<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">' +
    `<DescribeStacksResult><Stacks>${members.join('')}</Stacks></DescribeStacksResult></DescribeStacksResponse>`
  );
}
