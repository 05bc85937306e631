import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import * as z from 'zod/mini';

/**
 * Acknowledges that a role may act on all of what these resources name (cdk-nag's AwsSolutions-IAM5), for a reason.
 * The resources are written as cdk-nag writes them: by the functions below.
 */
export function acknowledgeWildcards(role: IConstruct, reason: string, resources: readonly string[]): void {
  Validations.of(role).acknowledge(
    ...resources.map((resource) => ({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason })),
  );
}

/** How cdk-nag writes an attribute of a construct of the same stack. */
export function attributeOf(construct: IConstruct, attribute: string): string {
  return `<${logicalIdOf(construct)}.${attribute}>`;
}

/** How cdk-nag writes what `Ref` gives for a construct of the same stack. */
export function referenceOf(construct: IConstruct): string {
  return `<${logicalIdOf(construct)}>`;
}

/** How cdk-nag writes the executions of a state machine of the same stack. */
export function executionsOf(stateMachine: IConstruct): string {
  const name = { 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: logicalIdOf(stateMachine) }] }] };
  return `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${JSON.stringify(name)}`;
}

function logicalIdOf(construct: IConstruct): string {
  const resource = construct.node.defaultChild;
  if (resource === undefined || !CfnElement.isCfnElement(resource)) {
    throw new Error(`${construct.node.path} has no resource of its own in the template`);
  }
  return Stack.of(resource).getLogicalId(resource);
}

const importSchema = z.object({ 'Fn::ImportValue': z.string() });

/** How cdk-nag writes, in another stack, a value of the construct's stack. */
export function exportOf(construct: IConstruct, value: string): string {
  const stack = Stack.of(construct);
  return importSchema.parse(stack.resolve(stack.exportValue(value)))['Fn::ImportValue'];
}
