import { CfnOutput, CrossStackReferences, ReferenceStrength, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import { signInPaths } from '../../contracts/console/paths.ts';
import type { Handler } from '../../contracts/deployment/handlers.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { HostedConsole } from '../functions/hosted-console.ts';
import { Alarms } from '../monitoring/alarms.ts';
import { Dashboard } from '../monitoring/dashboard.ts';
import { Digest } from '../monitoring/digest.ts';
import { AlarmTopic } from '../monitoring/alarm-topic.ts';
import { OperatorsPolicy } from '../security/operators.ts';
import { ReadOnly } from '../security/read-only.ts';
import type { LicencesStack } from './licences-stack.ts';
import { addOutputs } from './outputs.ts';
import type { RenewalsStack } from './renewals-stack.ts';

export interface OperationsStackProps extends StackProps {
  readonly plans: readonly Plan[];
  readonly configuration: Configuration;
  readonly licences: LicencesStack;
  readonly renewals: RenewalsStack;
  /** The folder of each handler's bundle. */
  readonly handlers: ReadonlyMap<Handler, string>;
}

/**
 * By what operators see how it goes. Nothing depends on it, and it holds nothing of the other stacks fast: they can be
 * changed without it.
 */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, props);
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);
    const { plans, configuration, licences, renewals, handlers } = props;
    const operators = new AlarmTopic(this, 'Operators', configuration);
    const { topic } = operators;
    const { dueShards, logRetentionDays: logRetention } = configuration;
    const data = { store: licences.store, dueShards };
    const { undelivered } = renewals;
    const setup = { handlers, logRetention };
    new Digest(this, 'Digest', { plans, data, operators, setup, undelivered });
    new Alarms(this, 'Alarms', { plans, renewals, topic });
    const readOnly = new ReadOnly(this, 'ReadOnly', { licences, renewals });
    const operatorsPolicy = new OperatorsPolicy(this, 'OperatorsPolicy', { licences, renewals });
    if (configuration.console !== undefined) {
      const { address } = new HostedConsole(this, 'Console', {
        settings: configuration.console,
        setup,
        readOnly: readOnly.policy,
        operator: renewals.operator.functionArn,
      });
      addOutputs(this, [
        [outputs.consoleAddress, address, "The console, behind the company's sign-in"],
        [
          outputs.registerConsole,
          `${address}${signInPaths.back}`,
          'Register this redirect address for the console at the sign-in service: docs/console.md says how',
        ],
      ]);
    }
    // After all else, since it shows what there is.
    const dashboard = new Dashboard(this, 'Dashboard', { plans, licences, renewals, operations: this });

    new CfnOutput(this, outputs.confirmAlarms, {
      description:
        'SNS has e-mailed each operator of perennial.config.ts. Confirm the subscription in that e-mail to receive ' +
        'alarms and the daily digest.',
      value: topic.topicArn,
    });
    new CfnOutput(this, 'DashboardAddress', {
      description: 'The dashboard of business and system',
      value: dashboard.address,
    });
    new CfnOutput(this, outputs.grantReadOnly, {
      description: 'Attach this policy to the roles of admins, who then see everything and change nothing',
      value: readOnly.policy.managedPolicyArn,
    });
    new CfnOutput(this, outputs.grantOperators, {
      description: 'Attach this policy to the roles of operators, who may then run commands',
      value: operatorsPolicy.policy.managedPolicyArn,
    });
  }
}
