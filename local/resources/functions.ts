import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { arn, sdkEnvironment, type Account } from '../shared/account.ts';
import type { Resource } from '../assembly/resolver.ts';
import type { FunctionSettings } from '../lambda/hosted-function.ts';
import { sendTraces, writeLog } from '../iam/calls/logs.ts';
import { roleKey } from '../iam/policies/principals.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import { functionName } from './kinds.ts';

const properties = z.looseObject({
  Code: z.looseObject({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.string(),
  Role: z.string().default(''),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.number().optional(),
  LoggingConfig: z.looseObject({ LogGroup: z.string().optional() }).default({}),
  TracingConfig: z.looseObject({ Mode: z.string() }).default({ Mode: 'PassThrough' }),
  Environment: z
    .looseObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
    .default({ Variables: {} }),
});

/**
 * The settings of an `AWS::Lambda::Function`.
 * @param assets folder of each asset of its stack, by object key
 * @throws for code that is no asset of the assembly, when the asset has no file for the handler, and when there is no
 *   role that Lambda may use
 */
export function functionSettings(
  resource: Resource,
  assets: ReadonlyMap<string, string>,
  account: Account,
  permissions: Permissions,
): FunctionSettings {
  const { Code, Handler, Runtime, Role, Timeout, MemorySize, ...others } = properties.parse(
    resource.properties(),
  );
  const { Environment, LoggingConfig, TracingConfig, ReservedConcurrentExecutions } = others;
  const folder = assets.get(Code.S3Key);
  if (folder === undefined) {
    throw new Error(`its code is in ${Code.S3Key}, which is no asset of the assembly: run "cdk synth" again`);
  }
  const name = functionName(resource);
  const functionArn = arn(account, 'lambda', `function:${name}`);
  const logGroup = LoggingConfig.LogGroup ?? `/aws/lambda/${name}`;
  const role = permissions.assume('lambda', Role, name, functionArn);
  const dot = Handler.lastIndexOf('.');
  return {
    file: moduleFile(folder, Handler.slice(0, dot)),
    exportName: Handler.slice(dot + 1),
    functionName: name,
    functionArn,
    memoryMb: MemorySize,
    endpoint: account.endpoint,
    timeoutMs: Timeout * 1000,
    reservedConcurrency: ReservedConcurrentExecutions,
    role,
    serviceCalls: {
      logging: writeLog(logGroup, account),
      tracing: TracingConfig.Mode === 'Active' ? sendTraces : [],
    },
    environment: {
      ...sdkEnvironment(account, roleKey(role.name, name)),
      AWS_EXECUTION_ENV: `AWS_Lambda_${Runtime}`,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      AWS_LAMBDA_LOG_GROUP_NAME: logGroup,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: Handler,
      ...Environment.Variables,
    },
  };
}

function moduleFile(folder: string, module: string): string {
  for (const extension of ['.mjs', '.js', '.cjs']) {
    const file = join(folder, module + extension);
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) return file;
  }
  throw new Error(`${folder} has no ${module}.mjs, .js or .cjs for its handler`);
}
