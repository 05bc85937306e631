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
}

/** The whole application, for whatever account and region it is deployed to. */
export function perennial({ plans, configuration: unchecked, outdir }: PerennialProps): App {
  const configuration = checkedConfiguration(unchecked);
  // The CLI hands the context of cdk.json on; without it, the same flags have to hold.
  const app = new App({
    context: cdk.context,
    analyticsReporting: false,
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
