import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Handler } from '../../contracts/deployment/handlers.ts';
import { acknowledgeWildcards } from '../security/acknowledge.ts';
import type { Use } from './uses.ts';

/** What all functions share. */
export interface FunctionSetup {
  /** The folder of each handler's bundle: its module has the handler's name, and exports `handler`. */
  readonly handlers: ReadonlyMap<Handler, string>;
  readonly logRetention: RetentionDays;
}

export interface AppFunctionProps {
  readonly setup: FunctionSetup;
  readonly handler: Handler;
  /** What it does, for whoever reads the list of functions. */
  readonly description: string;
  /** Default: 30 seconds. */
  readonly timeout?: Duration;
  /** Default: 512. */
  readonly memoryMiB?: number;
  /** How many calls run at the same time at most; so many are reserved for it. Default: as many as the account has left. */
  readonly reservedConcurrency?: number;
  /** Default: CloudFormation makes one up. */
  readonly roleName?: string;
  /** Everything that it uses. It gets the variables and the permissions of these, and no others. */
  readonly uses: readonly Use[];
}

/** A Lambda function with a log and a role of its own. */
export class AppFunction extends Construct {
  readonly function: Function;
  readonly role: Role;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: AppFunctionProps) {
    super(scope, id);
    const { setup, handler, description, uses, memoryMiB = 512 } = props;
    this.timeout = props.timeout ?? Duration.seconds(30);
    const logGroup = new LogGroup(this, 'Log', {
      retention: setup.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      ...(props.roleName !== undefined && { roleName: props.roleName }),
    });
    this.role = role;
    logGroup.grantWrite(role);
    this.function = new Function(this, 'Function', {
      description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: `${handler}.handler`,
      code: Code.fromAsset(bundleOf(setup, handler)),
      timeout: this.timeout,
      memorySize: memoryMiB,
      environment: {
        ...Object.fromEntries(uses.flatMap(({ variables }) => Object.entries(variables))),
      },
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
    });
    acknowledgeWildcards(role, 'Sending traces to X-Ray is an action on no resource in particular.', ['*']);
    for (const use of uses) allow(role, use);
  }
}

function allow(role: Role, { actions, resources, conditions = {}, wildcards }: Use): void {
  if (actions.length === 0) return;
  Grant.addToPrincipal({
    grantee: role,
    actions: [...actions],
    resourceArns: [...resources],
    conditions,
  });
  if (wildcards !== undefined) acknowledgeWildcards(role, wildcards.reason, wildcards.resources);
}

function bundleOf({ handlers }: FunctionSetup, handler: Handler): string {
  const folder = handlers.get(handler);
  if (folder === undefined) throw new Error(`${handler} has no bundle`);
  return folder;
}
