import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from '../security/acknowledge.ts';

export interface AppFunctionProps {
  readonly description: string;
  /** A folder with `index.mjs`, which exports `handler`. */
  readonly folder: string;
  readonly timeout: Duration;
  readonly memoryMiB: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetention: RetentionDays;
}

type Service = 'dynamodb' | 'kms' | 's3' | 'ses' | 'sns' | 'sqs';

/** The function of one step, with a log and a role of its own that may do no more than write to it. */
export class AppFunction extends Construct {
  readonly function: Function;
  readonly timeout: Duration;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: AppFunctionProps) {
    super(scope, id);
    this.timeout = props.timeout;
    const logGroup = new LogGroup(this, 'Log', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.function = new Function(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.folder),
      timeout: props.timeout,
      memorySize: props.memoryMiB,
      environment: { ...props.environment, NODE_OPTIONS: '--enable-source-maps' },
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
    });
    acknowledgeWildcards(this.role, 'Sending traces to X-Ray is an action on no resource in particular.', [
      '*',
    ]);
  }

  /** Lets the function do exactly these actions of a service with exactly this resource. */
  allow(service: Service, actions: readonly string[], ...resourceArns: readonly string[]): void {
    this.allowUnder({}, service, actions, ...resourceArns);
  }

  /** The same, under conditions. */
  allowUnder(
    conditions: Readonly<Record<string, Record<string, unknown>>>,
    service: Service,
    actions: readonly string[],
    ...resourceArns: readonly string[]
  ): void {
    Grant.addToPrincipal({
      grantee: this.role,
      actions: actions.map((action) => `${service}:${action}`),
      resourceArns: [...resourceArns],
      conditions,
    });
  }
}
