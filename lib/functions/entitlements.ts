import { Duration } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { AppFunction, type FunctionSetup } from './app-function.ts';
import { type Data, readsLicences, usesNumbers } from './uses.ts';

export interface EntitlementsProps {
  readonly data: Data;
  readonly setup: FunctionSetup;
}

/** The function that says what a licence entitles to, and the policy of those who may ask it. It has no address. */
export class Entitlements extends Construct {
  readonly lambda: AppFunction;
  readonly callers: ManagedPolicy;

  constructor(scope: Construct, id: string, { data, setup }: EntitlementsProps) {
    super(scope, id);
    this.lambda = new AppFunction(this, 'Lambda', {
      setup,
      handler: 'entitlements',
      description: 'Says what a licence entitles its customer to: { licenceId, on? }',
      timeout: Duration.seconds(10),
      uses: [readsLicences(data), usesNumbers(data, 'Query')],
    });
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
