import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { outputs } from '../../lambdas/names.ts';
import { LicenceStore } from '../constructs/licence-store.ts';
import { Worklists } from '../constructs/worklists.ts';

/** What outlives every deployment: licences, customers, runs, updates, and the worklists of the runs. */
export class LicencesStack extends Stack {
  readonly store: LicenceStore;
  readonly worklists: Worklists;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.store = new LicenceStore(this, 'Store');
    this.worklists = new Worklists(this, 'Worklists');

    new CfnOutput(this, outputs.licencesTable, { value: this.store.licences.tableName });
    new CfnOutput(this, outputs.customersTable, { value: this.store.customers.tableName });
    new CfnOutput(this, outputs.runsTable, { value: this.store.runs.tableName });
    new CfnOutput(this, outputs.updatesTable, { value: this.store.updates.tableName });
    new CfnOutput(this, outputs.worklistBucket, { value: this.worklists.bucket.bucketName });
  }
}
