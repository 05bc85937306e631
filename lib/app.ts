import { App } from 'aws-cdk-lib';
import type { Plan } from '../domain/plan.ts';
import cdk from '../cdk.json' with { type: 'json' };
import { checkedConfiguration } from './configuration.ts';
import { bundleHandlers } from './handlers.ts';
import { LicencesStack } from './stacks/licences-stack.ts';
import { RenewalsStack } from './stacks/renewals-stack.ts';

export interface PerennialProps {
  readonly plans: readonly Plan[];
  /** `perennial.config.ts`, which is checked here. */
  readonly configuration: unknown;
  /** Where the cloud assembly is written; by default in a temporary folder. */
  readonly outdir?: string;
  /** Whether CloudFormation's own rules check the templates, which takes longer than all the rest. Default: no. */
  readonly validated?: boolean;
}

/** The whole application, for whatever account and region it is deployed to. */
export function perennial({
  plans,
  configuration: unchecked,
  outdir,
  validated = false,
}: PerennialProps): App {
  const configuration = checkedConfiguration(unchecked);
  const app = new App({
    // The CDK's command line hands these flags on from cdk.json; without it, they have to hold too.
    context: cdk.context,
    analyticsReporting: false,
    autoSynth: false,
    builtinCloudFormationValidation: validated,
    ...(outdir !== undefined && { outdir }),
  });
  const { store, worklists } = new LicencesStack(app, 'PerennialLicences', {
    description: 'Perennial: licences, customers and runs',
  });
  new RenewalsStack(app, 'PerennialRenewals', {
    description: 'Perennial: the daily renewal of maintenance',
    plans,
    configuration,
    store,
    worklists,
    handlers: bundleHandlers(),
  });
  return app;
}
