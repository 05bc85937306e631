import { App } from 'aws-cdk-lib';
import { checkPlan } from '../domain/plan/check-plan.ts';
import { explainInEnglish } from '../domain/text/english.ts';
import type { Plan } from '../domain/plan/plan.ts';
import cdk from '../cdk.json' with { type: 'json' };
import type { Handler } from '../contracts/deployment/handlers.ts';
import { stacks } from '../contracts/deployment/stacks.ts';
import { checkedConfiguration, stageNamed } from './configuration/configuration.ts';
import { warnOfExamples } from './configuration/examples.ts';
import { LicencesStack } from './stacks/licences-stack.ts';
import { OperationsStack } from './stacks/operations-stack.ts';
import { RenewalsStack } from './stacks/renewals-stack.ts';

export interface PerennialProps {
  /** The folder of each handler's bundle. */
  readonly handlers: ReadonlyMap<Handler, string>;
  /** Checked here: the functions trust them. */
  readonly plans: readonly Plan[];
  /** `perennial.config.ts`, which is checked here. */
  readonly configuration: unknown;
  /** What the CDK's command line would hand on of `-c`: `stage`. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** Where the cloud assembly is written; by default in a temporary folder. */
  readonly outdir?: string;
  /** Whether CloudFormation's own rules check the templates, which takes longer than all the rest. Default: no. */
  readonly validated?: boolean;
}

/** The whole application, for whatever account and region it is deployed to. */
export function perennial(props: PerennialProps): App {
  const { handlers, outdir, validated = false } = props;
  explainInEnglish();
  const plans = props.plans.map(checkPlan);
  const app = new App({
    // The CDK's command line hands these flags on from cdk.json; without it, they have to hold too.
    context: { ...cdk.context, ...props.context },
    analyticsReporting: false,
    autoSynth: false,
    builtinCloudFormationValidation: validated,
    ...(outdir !== undefined && { outdir }),
  });
  const stage = stageNamed(app.node.tryGetContext('stage'));
  const configuration = checkedConfiguration(props.configuration, stage);
  // By these AWS's cost reports separate the application and its stages from the rest of an account.
  const tags = { application: 'perennial', stage };
  const licences = new LicencesStack(app, stacks.licences, {
    description: 'Perennial: licences, customers, runs and updates',
    tags,
    keepsData: configuration.keepsData,
  });
  const renewals = new RenewalsStack(app, stacks.renewals, {
    description: 'Perennial: the daily renewal of maintenance',
    tags,
    plans,
    configuration,
    store: licences.store,
    worklists: licences.worklists,
    documents: licences.documents,
    updatePasswordKey: licences.updatePasswordKey,
    eventBus: licences.eventBus,
    handlers,
  });
  warnOfExamples(renewals, plans, configuration);
  new OperationsStack(app, stacks.operations, {
    description: 'Perennial: alarms and what else operators see',
    tags,
    plans,
    configuration,
    licences,
    renewals,
    handlers,
  });
  return app;
}
