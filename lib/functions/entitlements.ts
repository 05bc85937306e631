import { Duration } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { environment } from '../../contracts/environment.ts';
import type { Handler } from '../../contracts/handlers.ts';
import { bundleOf } from './bundle-of.ts';
import type { LicenceTables } from '../storage/licence-tables.ts';
import { AppFunction } from './app-function.ts';

export interface EntitlementsProps {
  readonly store: LicenceTables;
  /** The folder of each handler's bundle. */
  readonly handlers: ReadonlyMap<Handler, string>;
  readonly logRetention: RetentionDays;
}

/** The function that says what a licence entitles to, and the policy of those who may ask it. It has no address. */
export class Entitlements extends Construct {
  readonly lambda: AppFunction;
  readonly callers: ManagedPolicy;

  constructor(scope: Construct, id: string, { store, handlers, logRetention }: EntitlementsProps) {
    super(scope, id);
    const folder = bundleOf(handlers, 'entitlements');
    this.lambda = new AppFunction(this, 'Lambda', {
      description: 'Says what a licence entitles its customer to: { licenceId, on? }',
      folder,
      timeout: Duration.seconds(10),
      memoryMiB: 512,
      environment: { [environment.licencesTable]: store.licences.tableName },
      logRetention,
    });
    this.lambda.allow('dynamodb', ['GetItem'], store.licences.tableArn);
    this.callers = new ManagedPolicy(this, 'Callers', {
      description: 'Lets an update server or a help desk ask what a licence entitles to',
      statements: [
        new PolicyStatement({
          actions: ['lambda:InvokeFunction'],
          resources: [this.lambda.function.functionArn],
        }),
      ],
    });
  }
}
