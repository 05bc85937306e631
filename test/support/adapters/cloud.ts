import { CreateTableCommand, DynamoDBClient, type KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../../contracts/deployment/environment.ts';
import {
  customersByKind,
  customersByPartner,
  indexes,
  keys,
  listedIndex,
  paymentKeys,
} from '../../../contracts/deployment/tables.ts';
import { accountAt, sdkEnvironment } from '../../../local/shared/account.ts';
import { Database } from '../../../local/dynamodb/database.ts';
import { openFront } from '../../../local/endpoint/front.ts';
import type { ServiceAnswer, ServiceRequest } from '../../../local/endpoint/exchange.ts';
import { answerJson, answerQuery } from '../../../local/endpoint/protocols.ts';
import { Router } from '../../../local/endpoint/router.ts';
import { Keys } from '../../../local/kms/keys.ts';
import { Objects } from '../../../local/s3/objects.ts';
import { S3Api } from '../../../local/s3/s3.ts';
import { ServiceError } from '../../../local/shared/service-error.ts';

/** A mail as SES got it. */
interface Posted {
  readonly mailId: string;
  readonly attempt: string;
  readonly destinations: readonly string[];
  readonly message: string;
}

/** What SES does with the next mail. */
export type Treatment =
  | 'accept'
  | 'reject'
  | 'not verified'
  | 'throttle'
  | 'break'
  | 'cut off unread'
  | 'accept and cut off'
  | 'never answer';

/**
 * DynamoDB, S3 and KMS by the embedded cloud's own, and an SES that treats mails as the test says, behind one
 * endpoint that this process's environment points to.
 */
export interface TestCloud {
  /** What SES has taken, in that order. */
  readonly posted: Posted[];
  /** How SES treats the next mails; it takes those beyond. */
  readonly treatments: Treatment[];
  /** Is called before DynamoDB answers: to let something else happen first, or to fail. */
  beforeDynamo: (operation: string, request: object) => Promise<void>;
  /** Is called when DynamoDB has done what it was asked, before it says so. */
  afterDynamo: (operation: string) => 'answer' | 'cut off';
  stop(): Promise<void>;
}

const tables = {
  licences: 'Licences',
  customers: 'Customers',
  customerHistory: 'CustomerHistory',
  search: 'Search',
  runs: 'Runs',
  updates: 'Updates',
  numbers: 'Numbers',
  payments: 'Payments',
};
const bucket = 'worklists';
const documentsBucket = 'documents';
const updatePasswordKey = 'update-passwords';
const stopLinkKey = 'stop-links';
const portalKey = 'portal';

export async function openCloud(): Promise<TestCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-adapters-'));
  const router = new Router();
  const front = await openFront(0, router);
  const account = accountAt(front.endpoint);
  const database = await Database.open(join(folder, 'dynamodb'), account);
  const objects = new Objects(join(folder, 's3'));
  const s3 = new S3Api(objects);
  objects.provideBucket(bucket);
  objects.provideBucket(documentsBucket);
  const updatePasswords = new Keys(join(folder, 'keys'), account);
  updatePasswords.provideKey(updatePasswordKey, 'HMAC_256');
  updatePasswords.provideKey(stopLinkKey, 'HMAC_256');
  updatePasswords.provideKey(portalKey, 'HMAC_256');
  const cloud: TestCloud = {
    posted: [],
    treatments: [],
    beforeDynamo: () => Promise.resolve(),
    afterDynamo: () => 'answer',
    stop: async () => {
      await front.stop();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
  router.route(
    new Map([
      [
        'dynamodb',
        (request: ServiceRequest) =>
          answerJson(request, async (operation, body) => {
            await cloud.beforeDynamo(operation, body);
            const answer = await database.answer(operation, body);
            return cloud.afterDynamo(operation) === 'cut off' ? undefined : answer;
          }),
      ],
      [
        'kms',
        (request: ServiceRequest) =>
          answerJson(request, (operation, body) => updatePasswords.answer(operation, body)),
      ],
      ['ses', (request: ServiceRequest) => answerMail(cloud, request)],
      ['s3', (request: ServiceRequest) => Promise.resolve(s3.answer(request))],
    ]),
  );
  Object.assign(process.env, sdkEnvironment(account), {
    // The pauses of the SDK's own repeats would be most of a test of faults.
    AWS_MAX_ATTEMPTS: '2',
    [environment.licencesTable]: tables.licences,
    [environment.customersTable]: tables.customers,
    [environment.customerHistoryTable]: tables.customerHistory,
    [environment.searchTable]: tables.search,
    [environment.runsTable]: tables.runs,
    [environment.updatesTable]: tables.updates,
    [environment.numbersTable]: tables.numbers,
    [environment.paymentsTable]: tables.payments,
    [environment.worklistBucket]: bucket,
    [environment.documentsBucket]: documentsBucket,
    [environment.dueShards]: '4',
    [environment.batchSize]: '100',
    [environment.accountSendRate]: '14',
    [environment.configurationSet]: 'perennial',
    [environment.updatePasswordKey]: updatePasswordKey,
    [environment.stopLinkKey]: stopLinkKey,
    [environment.stopLinkAddress]: 'https://stop.example/',
    [environment.portalKey]: portalKey,
    [environment.portalAddress]: 'https://page.example',
  });
  await createTables();
  return cloud;
}

async function answerMail(cloud: TestCloud, request: ServiceRequest): Promise<ServiceAnswer | undefined> {
  const treatment = cloud.treatments.shift();
  if (treatment === 'never answer') return new Promise(() => undefined);
  if (treatment === 'cut off unread') return undefined;
  return answerQuery(request, (form) => {
    if (treatment === 'reject') {
      throw new ServiceError('InvalidParameterValue', 'Missing final domain: jane@customer.example');
    }
    if (treatment === 'not verified') {
      throw new ServiceError('MessageRejected', 'Email address is not verified: jane@customer.example');
    }
    if (treatment === 'throttle') throw new ServiceError('Throttling', 'Maximum sending rate exceeded.');
    if (treatment === 'break') throw new ServiceError('InternalFailure', 'something broke', {}, 500);
    cloud.posted.push({
      mailId: form.get('Tags.member.1.Value') ?? '',
      attempt: form.get('Tags.member.2.Value') ?? '',
      destinations: [...form.entries()]
        .filter(([name]) => name.startsWith('Destinations.'))
        .map(([, to]) => to),
      message: Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString(),
    });
    if (treatment === 'accept and cut off') return undefined;
    const id = `ses-${cloud.posted.length}`;
    return `<SendRawEmailResponse><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult></SendRawEmailResponse>`;
  });
}

/** The tables as the stack has them. */
async function createTables(): Promise<void> {
  const client = new DynamoDBClient();
  const create = async (
    name: string,
    key: readonly string[],
    indexed: Readonly<Record<string, readonly string[]>>,
  ) => {
    const attributes = new Set([...key, ...Object.values(indexed).flat()]);
    const secondary = Object.entries(indexed).map(([IndexName, names]) => {
      const also = IndexName === indexes.stalled ? keys.parked : keys.customerId;
      const Projection = { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [also] };
      return { IndexName, KeySchema: keySchema(names), Projection };
    });
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keySchema(key),
        AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        ...(secondary.length > 0 && { GlobalSecondaryIndexes: secondary }),
      }),
    );
  };
  await create(tables.licences, [keys.licenceId, keys.record], {
    [indexes.due]: [keys.planPartition, keys.dueOn],
    [indexes.plan]: [keys.planPartition, keys.licenceId],
    [indexes.stalled]: [keys.stalledIn, keys.licenceId],
    [indexes.customer]: [keys.customerId],
    [indexes.reference]: [keys.reference],
  });
  await create(tables.customers, [keys.customerId], {
    [customersByPartner]: [keys.partnerId, keys.customerId],
    [customersByKind]: [keys.customerKind, keys.customerId],
  });
  await create(tables.customerHistory, [keys.customerId, keys.record], {});
  await create(tables.numbers, [keys.series, keys.first], {});
  await create(tables.payments, [paymentKeys.paymentId], {
    [listedIndex]: [paymentKeys.listed, paymentKeys.received],
  });
  await create(tables.search, [keys.searchPrefix, keys.searchEntry], {});
  await create(tables.runs, [keys.planId, keys.run], {});
  await create(tables.updates, [keys.planId, keys.update], {});
  client.destroy();
}

function keySchema(names: readonly string[]): KeySchemaElement[] {
  return names.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' }));
}
