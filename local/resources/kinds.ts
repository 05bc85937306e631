import { arn, type Account } from '../shared/account.ts';
import type { Identity, Resource } from '../assembly/resolver.ts';
import { uuidOf } from '../shared/uuid.ts';
import { ignoredTypes } from './ignored.ts';
import { physicalName } from './names.ts';

/** How a resource of one type is named, and what Ref and Fn::GetAtt give for it. */
type Kind = (resource: Resource, account: Account) => Members;

interface Members {
  readonly Ref: string;
  [attribute: string]: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::S3::Bucket': (resource) => {
    const name = bucketName(resource);
    const domain = `${name}.s3.amazonaws.com`;
    return { Ref: name, Arn: `arn:aws:s3:::${name}`, DomainName: domain, RegionalDomainName: domain };
  },
  'AWS::KMS::Key': (resource, account) => {
    const id = keyId(resource);
    return { Ref: id, KeyId: id, Arn: arn(account, 'kms', `key/${id}`) };
  },
  'AWS::KMS::Alias': (resource, account) => {
    const name = String(resource.property('AliasName'));
    return { Ref: name, Arn: arn(account, 'kms', name) };
  },
  'AWS::SQS::Queue': (resource, account) => {
    const name = queueName(resource);
    const url = `${account.endpoint}/${account.accountId}/${name}`;
    return { Ref: url, QueueUrl: url, QueueName: name, Arn: arn(account, 'sqs', name) };
  },
  'AWS::SNS::Topic': (resource, account) => {
    const name = topicName(resource);
    const topicArn = arn(account, 'sns', name);
    return { Ref: topicArn, TopicArn: topicArn, TopicName: name };
  },
  'AWS::Lambda::Function': (resource, account) => {
    const name = functionName(resource);
    return { Ref: name, Arn: arn(account, 'lambda', `function:${name}`) };
  },
  'AWS::Lambda::Version': (resource, account) => {
    const name = referencedFunction(resource);
    return { Ref: arn(account, 'lambda', `function:${name}:1`), Version: '1' };
  },
  'AWS::Lambda::Alias': (resource, account) => {
    const qualified = `function:${referencedFunction(resource)}:${String(resource.property('Name'))}`;
    return { Ref: arn(account, 'lambda', qualified), AliasArn: arn(account, 'lambda', qualified) };
  },
  'AWS::StepFunctions::StateMachine': (resource, account) => {
    const name = stateMachineName(resource);
    const machineArn = arn(account, 'states', `stateMachine:${name}`);
    return { Ref: machineArn, Arn: machineArn, Name: name };
  },
  'AWS::Lambda::EventSourceMapping': (resource) => {
    const id = uuidOf(`${resource.stack}/${resource.logicalId}`);
    return { Ref: id, Id: id };
  },
  'AWS::Lambda::Url': (resource, account) => {
    const name = functionNameIn(String(resource.property('TargetFunctionArn')));
    return {
      Ref: name,
      FunctionArn: arn(account, 'lambda', `function:${name}`),
      FunctionUrl: urlOf(account, name),
    };
  },
  'AWS::ApiGatewayV2::Api': (resource, account) => {
    const id = apiId(resource);
    const address = account.apis.get(id);
    return { Ref: id, ApiId: id, ...(address !== undefined && { ApiEndpoint: address }) };
  },
  'AWS::ApiGatewayV2::DomainName': (resource, account) => {
    const address = account.apis.get(apiId(resource));
    if (address === undefined) {
      throw new Error(
        `stack ${resource.stack}: ${resource.logicalId} is the domain of no API: map one to it with AWS::ApiGatewayV2::ApiMapping`,
      );
    }
    const { host } = new URL(address);
    // Nobody finds the real name on this machine: the API's own stands for it.
    return { Ref: host, RegionalDomainName: host, RegionalHostedZoneId: 'Z0' };
  },
  'AWS::ApiGatewayV2::Integration': (resource) => {
    const id = apiId(resource);
    return { Ref: id, IntegrationId: id };
  },
  'AWS::ApiGatewayV2::Authorizer': (resource) => {
    const id = apiId(resource);
    return { Ref: id, AuthorizerId: id };
  },
  'AWS::ApiGatewayV2::Route': (resource) => ({ Ref: apiId(resource), RouteId: apiId(resource) }),
  'AWS::ApiGatewayV2::Stage': (resource) => ({ Ref: String(resource.property('StageName')) }),
  'AWS::Events::EventBus': (resource, account) => {
    const name = String(resource.property('Name'));
    return { Ref: name, Name: name, Arn: arn(account, 'events', `event-bus/${name}`) };
  },
  'AWS::Pipes::Pipe': (resource, account) => {
    const name = physicalName(resource, 'Name', 64);
    return { Ref: name, Arn: arn(account, 'pipes', `pipe/${name}`) };
  },
  'AWS::Events::Rule': (resource, account) => {
    const name = physicalName(resource, 'Name', 64);
    return { Ref: name, Arn: arn(account, 'events', `rule/${name}`) };
  },
  'AWS::SES::ConfigurationSetEventDestination': (resource) => {
    const name = physicalName(resource, 'Id', 64);
    return { Ref: name, Id: name };
  },
  'AWS::SES::EmailIdentity': (resource) => {
    const domain = String(resource.property('EmailIdentity'));
    const members: Members = { Ref: domain };
    for (const token of [1, 2, 3]) {
      members[`DkimDNSTokenName${token}`] = `token${token}._domainkey.${domain}`;
      members[`DkimDNSTokenValue${token}`] = `token${token}.dkim.amazonses.com`;
    }
    return members;
  },
  'AWS::Scheduler::Schedule': (resource, account) => {
    const name = scheduleName(resource);
    return { Ref: name, Arn: arn(account, 'scheduler', `schedule/${scheduleGroupOf(resource)}/${name}`) };
  },
  'AWS::Scheduler::ScheduleGroup': (resource, account) => {
    const name = physicalName(resource, 'Name', 64);
    return { Ref: name, Arn: arn(account, 'scheduler', `schedule-group/${name}`) };
  },
  'AWS::IAM::Role': (resource, { accountId }) => {
    const name = physicalName(resource, 'RoleName', 64);
    return { Ref: name, Arn: `arn:aws:iam::${accountId}:role/${name}` };
  },
  'AWS::IAM::ManagedPolicy': (resource, { accountId }) => {
    const policyArn = `arn:aws:iam::${accountId}:policy/${physicalName(resource, 'ManagedPolicyName', 128)}`;
    return { Ref: policyArn, PolicyArn: policyArn };
  },
  'AWS::Logs::LogGroup': (resource, account) => {
    const name = physicalName(resource, 'LogGroupName', 512);
    return { Ref: name, Arn: arn(account, 'logs', `log-group:${name}:*`) };
  },
};

function table(resource: Resource, account: Account): Members {
  const name = tableName(resource);
  const tableArn = arn(account, 'dynamodb', `table/${name}`);
  return { Ref: name, Arn: tableArn, TableId: name, StreamArn: `${tableArn}/stream/local` };
}

export const tableName = (resource: Resource): string => physicalName(resource, 'TableName', 255);
export const bucketName = (resource: Resource): string =>
  physicalName(resource, 'BucketName', 63).toLowerCase();
export const queueName = (resource: Resource): string => physicalName(resource, 'QueueName', 80);
export const topicName = (resource: Resource): string => physicalName(resource, 'TopicName', 256);
export const functionName = (resource: Resource): string => physicalName(resource, 'FunctionName', 64);
export const stateMachineName = (resource: Resource): string =>
  physicalName(resource, 'StateMachineName', 80);
/** The id of a part of API Gateway, in its form: ten letters and digits. */
export const apiId = ({ stack, logicalId }: Pick<Resource, 'stack' | 'logicalId'>): string =>
  uuidOf(`${stack}/${logicalId}`).replaceAll('-', '').slice(0, 10);
/** A key has no name of its own: its id is a UUID. */
export const keyId = ({ stack, logicalId }: Resource): string => uuidOf(`${stack}/${logicalId}`);
export const scheduleName = (resource: Resource): string => physicalName(resource, 'Name', 64);

/** The name of the group that a schedule belongs to. */
export function scheduleGroupOf(resource: Resource): string {
  const given = resource.property('GroupName');
  return typeof given === 'string' ? given : 'default';
}

/** The address under which the front hands requests to a function. */
function urlOf({ endpoint }: Account, name: string): string {
  return `${endpoint}/lambda-url/${name}/`;
}

/** The name of the function that a version, an alias or an ARN belongs to. */
function referencedFunction(resource: Resource): string {
  return functionNameIn(String(resource.property('FunctionName')));
}

function functionNameIn(reference: string): string {
  return /function:([^:]+)/.exec(reference)?.[1] ?? reference;
}

/**
 * What `Ref` and `Fn::GetAtt` give for a resource.
 * Throws for a type of resource that the embedded cloud does not know.
 */
export function identify(resource: Resource, account: Account): Identity {
  const kind = kinds[resource.type] ?? ignoredKind(resource);
  const members = kind(resource, account);
  return {
    reference: members.Ref,
    attribute: (name) => (name === 'Ref' ? undefined : members[name]),
  };
}

function ignoredKind(resource: Resource): Kind {
  const { type, stack, logicalId } = resource;
  if (!type.startsWith('Custom::') && !ignoredTypes.has(type)) {
    throw new Error(
      `stack ${stack}: resource ${logicalId} has type ${type}, which the embedded cloud does not know: ` +
        'list it in local/resources/ignored.ts if a run does not depend on it, or else run it from a file of its own in local/',
    );
  }
  return (_resource, account) => {
    const name = physicalName(resource, ignoredTypes.get(type) ?? 'Name', 64);
    const [, service = 'custom'] = type.toLowerCase().split('::');
    return { Ref: name, Arn: arn(account, service, name) };
  };
}
