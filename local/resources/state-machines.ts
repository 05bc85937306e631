import * as z from 'zod';
import { arn, type Account } from '../shared/account.ts';
import type { Resource } from '../assembly/resolver.ts';
import type { StateMachineSettings } from '../stepfunctions/interpreter/state-machines.ts';
import { deliverLogs, traceExecutions } from '../iam/calls/logs.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import { stateMachineName } from './kinds.ts';

const properties = z.looseObject({
  DefinitionString: z.string().optional(),
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  RoleArn: z.string().default(''),
  StateMachineType: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD'),
  LoggingConfiguration: z
    .looseObject({
      Level: z.enum(['ALL', 'ERROR', 'FATAL', 'OFF']).default('OFF'),
      IncludeExecutionData: z.boolean().default(false),
    })
    .default({ Level: 'OFF', IncludeExecutionData: false }),
  TracingConfiguration: z.looseObject({ Enabled: z.boolean().default(false) }).default({ Enabled: false }),
});

/**
 * The settings of an `AWS::StepFunctions::StateMachine`.
 * Throws when its definition is not in the template, but for example in S3, and when its role may not do what Step
 * Functions does in its name.
 */
export function stateMachineSettings(
  resource: Resource,
  account: Account,
  permissions: Permissions,
): StateMachineSettings {
  const { DefinitionString, Definition, DefinitionSubstitutions, RoleArn, ...observed } = properties.parse(
    resource.properties(),
  );
  const definition = DefinitionString ?? (Definition && JSON.stringify(Definition));
  if (definition === undefined) {
    throw new Error('it has no DefinitionString: keep its definition in the template');
  }
  const name = stateMachineName(resource);
  const machineArn = arn(account, 'states', `stateMachine:${name}`);
  const role = permissions.assume('states', RoleArn, name, machineArn);
  const { Level: level, IncludeExecutionData: includesData } = observed.LoggingConfiguration;
  if (level !== 'OFF') permissions.check(role, ...deliverLogs);
  if (observed.TracingConfiguration.Enabled) permissions.check(role, ...traceExecutions);
  return {
    name,
    arn: machineArn,
    role,
    isExpress: observed.StateMachineType === 'EXPRESS',
    logging: { level, includesData },
    definition: definition.replaceAll(
      /\$\{(\w+)\}/g,
      (whole, key: string) => DefinitionSubstitutions[key] ?? whole,
    ),
  };
}
