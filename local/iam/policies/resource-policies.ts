import * as z from 'zod';
import type { Resource } from '../../assembly/resolver.ts';
import { arn, type Account } from '../../shared/account.ts';
import { readStatements, type Statement } from './statement.ts';

/** What the policy of one resource says. */
export interface ResourcePolicy {
  /** ARN of the resource. */
  readonly of: string;
  readonly statements: readonly Statement[];
}

const queuePolicy = z.looseObject({ PolicyDocument: z.unknown(), Queues: z.array(z.string()) });
const topicPolicy = z.looseObject({ PolicyDocument: z.unknown(), Topics: z.array(z.string()) });
const bucketPolicy = z.looseObject({ PolicyDocument: z.unknown(), Bucket: z.string() });

const permission = z.strictObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
  FunctionUrlAuthType: z.string().optional(),
  InvokedViaFunctionUrl: z.boolean().optional(),
});

/**
 * Reads the policies of resources that a resource of the assembly stands for; none where it stands for something else.
 * @throws for what the embedded cloud does not understand
 */
export function resourcePolicies(resource: Resource, account: Account): ResourcePolicy[] {
  const properties = resource.properties();
  switch (resource.type) {
    case 'AWS::S3::BucketPolicy': {
      const { PolicyDocument, Bucket } = bucketPolicy.parse(properties);
      return [{ of: `arn:aws:s3:::${Bucket}`, statements: readStatements(PolicyDocument) }];
    }
    case 'AWS::SQS::QueuePolicy': {
      const { PolicyDocument, Queues } = queuePolicy.parse(properties);
      return Queues.map((url) => {
        const name = url.slice(url.lastIndexOf('/') + 1);
        return { of: arn(account, 'sqs', name), statements: readStatements(PolicyDocument) };
      });
    }
    case 'AWS::SNS::TopicPolicy': {
      const { PolicyDocument, Topics } = topicPolicy.parse(properties);
      return Topics.map((of) => ({ of, statements: readStatements(PolicyDocument) }));
    }
    case 'AWS::Lambda::Permission':
      return [permissionOf(permission.parse(properties), account)];
    default:
      return [];
  }
}

/** A permission of Lambda is a statement of the function's policy, in a form of its own. */
function permissionOf(properties: z.infer<typeof permission>, account: Account): ResourcePolicy {
  const { Action, FunctionName, Principal, SourceArn, SourceAccount } = properties;
  const { FunctionUrlAuthType, InvokedViaFunctionUrl } = properties;
  const of = FunctionName.startsWith('arn:')
    ? FunctionName
    : arn(account, 'lambda', `function:${FunctionName}`);
  const statement = {
    Effect: 'Allow',
    Principal: principalOf(Principal),
    Action,
    Resource: of,
    Condition: {
      ...(SourceArn !== undefined && { ArnLike: { 'aws:SourceArn': SourceArn } }),
      StringEquals: {
        ...(SourceAccount !== undefined && { 'aws:SourceAccount': SourceAccount }),
        ...(FunctionUrlAuthType !== undefined && { 'lambda:FunctionUrlAuthType': FunctionUrlAuthType }),
      },
      ...(InvokedViaFunctionUrl !== undefined && {
        Bool: { 'lambda:InvokedViaFunctionUrl': InvokedViaFunctionUrl },
      }),
    },
  };
  return { of: policyHolder(of), statements: readStatements({ Statement: [statement] }) };
}

function principalOf(name: string): unknown {
  if (name === '*') return '*';
  return name.endsWith('.amazonaws.com') ? { Service: name } : { AWS: name };
}

/** The ARN of the resource whose policy is about an ARN: of an object its bucket, of a function's version the function. */
export function policyHolder(resource: string): string {
  const [, , service] = resource.split(':');
  if (service === 's3') return resource.split('/')[0] ?? resource;
  if (service === 'lambda') return resource.split(':').slice(0, 7).join(':');
  return resource;
}
