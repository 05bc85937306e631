import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import { AppFunction } from '../functions/app-function.ts';

/** Something that is watched, and the name that operators know it by: its path, as `MailFeedback/Reports`. */
export interface Watched<Resource> {
  readonly name: string;
  readonly resource: Resource;
}

/** Everything of a kind under a construct, so that what is added later is watched too. */
function under<Resource extends IConstruct>(
  scope: IConstruct,
  isOfKind: (construct: IConstruct) => construct is Resource,
): readonly Watched<Resource>[] {
  const prefix = `${scope.node.path}/`;
  return scope.node
    .findAll()
    .filter(isOfKind)
    .map((resource) => ({ name: resource.node.path.slice(prefix.length), resource }));
}

export const stateMachinesOf = (scope: IConstruct): readonly Watched<StateMachine>[] =>
  under(scope, (construct) => construct instanceof StateMachine);
export const functionsOf = (scope: IConstruct): readonly Watched<AppFunction>[] =>
  under(scope, (construct) => construct instanceof AppFunction);
export const queuesOf = (scope: IConstruct): readonly Watched<Queue>[] =>
  under(scope, (construct) => construct instanceof Queue);
/** Queues of what could not be done; the others are emptied by functions. */
export const deadLetterQueuesOf = (scope: IConstruct): readonly Watched<Queue>[] =>
  queuesOf(scope).filter(({ resource }) => resource.deadLetterQueue === undefined);
export const tablesOf = (scope: IConstruct): readonly Watched<TableV2>[] =>
  under(scope, (construct) => construct instanceof TableV2);
export const httpApisOf = (scope: IConstruct): readonly Watched<HttpApi>[] =>
  under(scope, (construct) => construct instanceof HttpApi);
export const alarmsOf = (scope: IConstruct): readonly Watched<Alarm>[] =>
  under(scope, (construct) => construct instanceof Alarm);
