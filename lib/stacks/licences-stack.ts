import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { bus } from '../../contracts/deployment/bus.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { addOutputs } from './outputs.ts';
import { DocumentArchive } from '../storage/document-archive.ts';
import { LicenceTables } from '../storage/licence-tables.ts';
import { Worklists } from '../storage/worklists.ts';

export interface LicencesStackProps extends StackProps {
  /** Whether what is kept here is protected from deletion and stays when the stack goes. */
  readonly keepsData: boolean;
}

/**
 * What outlives every deployment: licences, customers, runs, updates, the worklists of the runs, documents, the key of
 * passwords, the event bus.
 */
export class LicencesStack extends Stack {
  readonly store: LicenceTables;
  readonly worklists: Worklists;
  readonly documents: DocumentArchive;
  readonly updatePasswordKey: Key;
  /** Others' rules hang on it. */
  readonly eventBus: EventBus;

  constructor(scope: Construct, id: string, props: LicencesStackProps) {
    const { keepsData } = props;
    super(scope, id, { ...props, terminationProtection: keepsData });
    this.store = new LicenceTables(this, 'Store', { keepsData });
    this.worklists = new Worklists(this, 'Worklists', { keepsData });
    this.documents = new DocumentArchive(this, 'Documents', { keepsData });
    this.updatePasswordKey = new Key(this, 'UpdatePasswords', {
      description:
        "Derives each update's password for each licence; without it, passwords cannot be given again",
      alias: 'perennial/update-passwords',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.eventBus = new EventBus(this, 'Bus', {
      eventBusName: bus.name,
      description: 'Payments come in, and what happens to licences goes out',
    });

    addOutputs(this, [
      [
        outputs.licencesTable,
        this.store.licences.tableName,
        'Licences with their events, mails and documents',
      ],
      [outputs.customersTable, this.store.customers.tableName, 'Customers'],
      [
        outputs.customerHistoryTable,
        this.store.customerHistory.tableName,
        'Changes of customers, and notes on them',
      ],
      [outputs.searchTable, this.store.search.tableName, 'The words that customers are found by'],
      [outputs.runsTable, this.store.runs.tableName, 'What each run did'],
      [outputs.updatesTable, this.store.updates.tableName, 'Published updates'],
      [outputs.numbersTable, this.store.numbers.tableName, 'Numbers of quotes and invoices'],
      [outputs.paymentsTable, this.store.payments.tableName, 'Payments that came in, and those that wait'],
      [outputs.documentsBucket, this.documents.bucket.bucketName, 'Quotes and invoices as PDF'],
      [
        outputs.worklistBucket,
        this.worklists.bucket.bucketName,
        'The worklists of runs and what their batches put out',
      ],
      [outputs.updatePasswordKey, this.updatePasswordKey.keyArn, 'Derives the passwords of updates'],
      [
        outputs.eventBus,
        this.eventBus.eventBusName,
        'The bus for events of licences, and for payments from other systems',
      ],
    ]);
  }
}
