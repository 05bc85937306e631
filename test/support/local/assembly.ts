import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { startCloud, type Cloud } from '../../../local/cloud.ts';

export type Resources = Record<string, { Type: string; Properties?: object; Condition?: string }>;

/** A stack of a synthetic cloud assembly; handlers are the text of `index.mjs`, by name of asset. */
export interface StackSource {
  readonly name?: string;
  readonly resources?: Resources;
  readonly outputs?: Record<string, object>;
  readonly conditions?: Record<string, object>;
  readonly parameters?: Record<string, object>;
  readonly handlers?: Record<string, string>;
}

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-local-'));
  return folder;
}

/** A role that every service may have and that may do everything, for tests that are about something else. */
const Anyone = {
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: 'Anyone',
    AssumeRolePolicyDocument: statement({ Principal: '*', Action: 'sts:AssumeRole' }),
    Policies: [{ PolicyDocument: statement({ Action: '*', Resource: '*' }) }],
  },
};

/** The ARN of the role that may do everything. */
export const anyone = 'arn:aws:iam::000000000000:role/Anyone';

function statement(members: object): object {
  return { Statement: [{ Effect: 'Allow', ...members }] };
}

/** Lets rules of EventBridge, and everyone by its URL, call every function of a stack: most tests are about something else. */
function permissionsOf(resources: Resources): Resources {
  const functions = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::Lambda::Function');
  const permission = (id: string, members: object): Resources[string] => ({
    Type: 'AWS::Lambda::Permission',
    Properties: { FunctionName: { Ref: id }, Action: 'lambda:InvokeFunction', Principal: '*', ...members },
  });
  return Object.fromEntries(
    functions.flatMap(([id]) => [
      [`${id}ForRules`, permission(id, { Principal: 'events.amazonaws.com' })],
      [`${id}ByUrl`, permission(id, { InvokedViaFunctionUrl: true })],
      [`${id}Url`, permission(id, { Action: 'lambda:InvokeFunctionUrl' })],
    ]),
  );
}

/** Writes a cloud assembly by hand, as `cdk synth` would, into a new folder. */
export function writeAssembly(...stacks: readonly StackSource[]): string {
  const folder = tempFolder();
  const artifacts: Record<string, object> = {};
  for (const {
    name = 'App',
    resources = {},
    outputs = {},
    conditions = {},
    parameters = {},
    handlers = {},
  } of stacks) {
    const files: Record<string, object> = {};
    for (const [asset, code] of Object.entries(handlers)) {
      mkdirSync(join(folder, `asset.${asset}`), { recursive: true });
      writeFileSync(join(folder, `asset.${asset}`, 'index.mjs'), code);
      files[asset] = {
        source: { path: `asset.${asset}`, packaging: 'zip' },
        destinations: { here: { bucketName: 'assets', objectKey: `${asset}.zip` } },
      };
    }
    writeFileSync(join(folder, `${name}.assets.json`), JSON.stringify({ version: '55.0.0', files }));
    writeFileSync(
      join(folder, `${name}.template.json`),
      JSON.stringify({
        Resources: { Anyone, ...permissionsOf(resources), ...resources },
        Outputs: outputs,
        Conditions: conditions,
        Parameters: parameters,
      }),
    );
    artifacts[`${name}.assets`] = { type: 'cdk:asset-manifest', properties: { file: `${name}.assets.json` } };
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      dependencies: [`${name}.assets`],
      properties: { templateFile: `${name}.template.json` },
    };
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '55.0.0', artifacts }));
  return folder;
}

/** A function whose code is the asset of this name. */
export function functionOf(asset: string, properties: object = {}): Resources[string] {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'assets', S3Key: `${asset}.zip` },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      FunctionName: asset,
      Role: anyone,
      ...properties,
    },
  };
}

/** A state machine named `machine` with these states. */
export function stateMachineOf(
  definition: object,
  name = 'machine',
  properties: object = {},
): Resources[string] {
  return {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      StateMachineName: name,
      RoleArn: anyone,
      DefinitionString: JSON.stringify(definition),
      ...properties,
    },
  };
}

/** The ARN of the state machine of this name. */
export const machineArn = (name = 'machine'): string =>
  `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`;

/** A Task that calls a function as CDK's LambdaInvoke does. */
export function invoke(functionName: string, members: object = {}): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: functionName, 'Payload.$': '$' },
    OutputPath: '$.Payload',
    ...members,
  };
}

/** Starts a cloud that is stopped, and its folders removed, when the test has finished. */
export async function startTestCloud(assembly: string, data = tempFolder()): Promise<Cloud> {
  const cloud = await startCloud({ assembly, data });
  onTestFinished(async () => {
    await cloud.stop();
    rmSync(assembly, { recursive: true, force: true });
    rmSync(data, { recursive: true, force: true });
  });
  return cloud;
}

/** A cloud that all tests of a file share: started before them, stopped after them. */
export function sharedCloud(...stacks: readonly StackSource[]): () => Cloud {
  let cloud: Cloud | undefined;
  const data = tempFolder();
  beforeAll(async () => {
    cloud = await startCloud({ assembly: writeAssembly(...stacks), data });
  });
  afterAll(async () => {
    await cloud?.stop();
    rmSync(data, { recursive: true, force: true });
  });
  return () => {
    if (cloud === undefined) throw new Error('the shared cloud is not running');
    return cloud;
  };
}

/** What an AWS SDK client takes to talk to a cloud. */
export function clientOf(cloud: Cloud): {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
} {
  return {
    endpoint: cloud.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
}
