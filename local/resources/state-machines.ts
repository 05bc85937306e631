import * as z from 'zod';
import { arn, type Account } from '../shared/account.ts';
import type { Resource } from '../assembly/resolver.ts';
import type { StateMachineSettings } from '../stepfunctions/interpreter/state-machines.ts';
import { stateMachineName } from './kinds.ts';

const properties = z.looseObject({
  DefinitionString: z.string().optional(),
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  RoleArn: z.string().default(''),
});

/**
 * The settings of an `AWS::StepFunctions::StateMachine`.
 * Throws when its definition is not in the template, but for example in S3.
 */
export function stateMachineSettings(resource: Resource, account: Account): StateMachineSettings {
  const { DefinitionString, Definition, DefinitionSubstitutions, RoleArn } = properties.parse(
    resource.properties(),
  );
  const definition = DefinitionString ?? (Definition && JSON.stringify(Definition));
  if (definition === undefined) {
    throw new Error('it has no DefinitionString: keep its definition in the template');
  }
  const name = stateMachineName(resource);
  return {
    name,
    arn: arn(account, 'states', `stateMachine:${name}`),
    roleArn: RoleArn,
    definition: definition.replaceAll(
      /\$\{(\w+)\}/g,
      (whole, key: string) => DefinitionSubstitutions[key] ?? whole,
    ),
  };
}
