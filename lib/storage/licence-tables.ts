import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import {
  customersByKind,
  customersByPartner,
  indexes,
  keys,
  listedIndex,
  paymentKeys,
} from '../../contracts/deployment/tables.ts';

export interface LicenceTablesProps {
  /** Whether the tables cannot be deleted, not even with the stack. */
  readonly keepsData: boolean;
}

/**
 * The tables of licences, customers with their history and the words they are found by, runs, published updates, document
 * numbers and payments that came in: restorable to any second of 35 days.
 */
export class LicenceTables extends Construct {
  readonly licences: TableV2;
  readonly customers: TableV2;
  readonly customerHistory: TableV2;
  readonly search: TableV2;
  readonly runs: TableV2;
  readonly updates: TableV2;
  readonly numbers: TableV2;
  readonly payments: TableV2;
  private readonly keepsData: boolean;

  constructor(scope: Construct, id: string, { keepsData }: LicenceTablesProps) {
    super(scope, id);
    this.keepsData = keepsData;
    this.licences = this.table('Licences', {
      dynamoStream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: keys.expiresAt,
      partitionKey: text(keys.licenceId),
      sortKey: text(keys.record),
      globalSecondaryIndexes: [
        {
          indexName: indexes.due,
          partitionKey: text(keys.planPartition),
          sortKey: text(keys.dueOn),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: [keys.customerId],
        },
        {
          indexName: indexes.plan,
          partitionKey: text(keys.planPartition),
          sortKey: text(keys.licenceId),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: [keys.customerId],
        },
        {
          indexName: indexes.stalled,
          partitionKey: text(keys.stalledIn),
          sortKey: text(keys.licenceId),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: [keys.parked],
        },
        {
          indexName: indexes.customer,
          partitionKey: text(keys.customerId),
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          indexName: indexes.reference,
          partitionKey: text(keys.reference),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.customers = this.table('Customers', {
      partitionKey: text(keys.customerId),
      globalSecondaryIndexes: [
        {
          indexName: customersByKind,
          partitionKey: text(keys.customerKind),
          sortKey: text(keys.customerId),
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          indexName: customersByPartner,
          partitionKey: text(keys.partnerId),
          sortKey: text(keys.customerId),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.customerHistory = this.table('CustomerHistory', {
      partitionKey: text(keys.customerId),
      sortKey: text(keys.record),
      timeToLiveAttribute: keys.expiresAt,
    });
    this.search = this.table('Search', {
      partitionKey: text(keys.searchPrefix),
      sortKey: text(keys.searchEntry),
    });
    this.runs = this.table('Runs', {
      partitionKey: text(keys.planId),
      sortKey: text(keys.run),
      timeToLiveAttribute: keys.expiresAt,
    });
    this.updates = this.table('Updates', { partitionKey: text(keys.planId), sortKey: text(keys.update) });
    this.numbers = this.table('Numbers', { partitionKey: text(keys.series), sortKey: text(keys.first) });
    this.payments = this.table('Payments', {
      partitionKey: text(paymentKeys.paymentId),
      globalSecondaryIndexes: [
        {
          indexName: listedIndex,
          partitionKey: text(paymentKeys.listed),
          sortKey: text(paymentKeys.received),
        },
      ],
    });
  }

  private table(
    id: string,
    keySchema: Pick<
      TablePropsV2,
      'partitionKey' | 'sortKey' | 'globalSecondaryIndexes' | 'dynamoStream' | 'timeToLiveAttribute'
    >,
  ) {
    return new TableV2(this, id, {
      ...keySchema,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: this.keepsData,
      removalPolicy: this.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING };
}
