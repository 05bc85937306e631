import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgeReading, readingStatements, type ReadOnlyProps } from './read-only.ts';

/**
 * The policy of operators: they read, and call the operator function by its URL. They write no table, start no
 * execution and send no mail themselves. A direct call of the function is not allowed: only the URL says who calls.
 */
export class OperatorsPolicy extends Construct {
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, props: ReadOnlyProps) {
    super(scope, id);
    const { functionArn } = props.renewals.operator;
    this.policy = new ManagedPolicy(this, 'Policy', {
      managedPolicyName: `PerennialOperators-${Stack.of(this).region}`,
      description: 'Reads as PerennialReadOnly does, and has changes made by the operator function',
      statements: [
        ...readingStatements(this, props),
        new PolicyStatement({ actions: ['lambda:InvokeFunctionUrl'], resources: [functionArn] }),
        // Lambda asks for this permission too, where a function is called by its URL.
        new PolicyStatement({
          actions: ['lambda:InvokeFunction'],
          resources: [functionArn],
          conditions: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
        }),
      ],
    });
    acknowledgeReading(this.policy, props);
  }
}
