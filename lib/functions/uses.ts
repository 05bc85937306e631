import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { environment } from '../../contracts/deployment/environment.ts';
import {
  customersByKind,
  customersByPartner,
  indexes,
  listedIndex,
} from '../../contracts/deployment/tables.ts';
import type { Senders } from '../mailing/senders.ts';
import { exportOf } from '../security/acknowledge.ts';
import type { DocumentArchive } from '../storage/document-archive.ts';
import type { LicenceTables } from '../storage/licence-tables.ts';
import { resultsPrefix, type Worklists } from '../storage/worklists.ts';

/** Something that a function uses: by which variables it finds it, and all that it may do with it. */
export interface Use {
  readonly variables: Readonly<Record<string, string>>;
  /** With the service, as `dynamodb:GetItem`. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Readonly<Record<string, Record<string, unknown>>>;
  /** Why the resources have wildcards, and how cdk-nag writes them. */
  readonly wildcards?: { readonly reason: string; readonly resources: readonly string[] };
}

/** The tables, and over how many partitions the indexes of licences are spread. */
export interface Data {
  readonly store: LicenceTables;
  readonly dueShards: number;
}

export type TableAction =
  'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';

/** Reads licences one at a time. */
export function readsLicences({ store }: Data): Use {
  return table(environment.licencesTable, store.licences, 'GetItem');
}

/** Puts in a transaction ask for `PutItem`. */
export function usesLicences({ store, dueShards }: Data, ...actions: readonly TableAction[]): Use {
  const use = table(environment.licencesTable, store.licences, ...actions);
  return { ...use, variables: { ...use.variables, [environment.dueShards]: String(dueShards) } };
}

export function queriesIndex(data: Data, index: keyof typeof indexes): Use {
  const { tableArn } = data.store.licences;
  return { ...usesLicences(data, 'Query'), resources: [`${tableArn}/index/${indexes[index]}`] };
}

export function usesCustomers({ store }: Data, ...actions: readonly TableAction[]): Use {
  return table(environment.customersTable, store.customers, ...actions);
}

/** Changes of customers, and notes on them. */
export function usesCustomerHistory({ store }: Data, ...actions: readonly TableAction[]): Use {
  return table(environment.customerHistoryTable, store.customerHistory, ...actions);
}

/** The words that customers are found by. */
export function usesSearch({ store }: Data, ...actions: readonly TableAction[]): Use {
  return table(environment.searchTable, store.search, ...actions);
}

/** Reads the ids of all customers. */
export function listsCustomers({ store }: Data): Use {
  const use = table(environment.customersTable, store.customers, 'Query');
  return { ...use, resources: [`${store.customers.tableArn}/index/${customersByKind}`] };
}

/** Reads the ids of a partner's customers. */
export function listsCustomersOfPartners({ store }: Data): Use {
  const use = table(environment.customersTable, store.customers, 'Query');
  return { ...use, resources: [`${store.customers.tableArn}/index/${customersByPartner}`] };
}

export function usesRuns({ store }: Data, ...actions: readonly TableAction[]): Use {
  return table(environment.runsTable, store.runs, ...actions);
}

export function usesUpdates({ store }: Data, ...actions: readonly TableAction[]): Use {
  return table(environment.updatesTable, store.updates, ...actions);
}

export function usesNumbers({ store }: Data, ...actions: readonly TableAction[]): Use {
  return table(environment.numbersTable, store.numbers, ...actions);
}

export function usesPayments({ store }: Data, ...actions: readonly TableAction[]): Use {
  return table(environment.paymentsTable, store.payments, ...actions);
}

/** Counts the payments that wait. */
export function countsPayments({ store }: Data): Use {
  const use = table(environment.paymentsTable, store.payments, 'Query');
  return { ...use, resources: [`${store.payments.tableArn}/index/${listedIndex}`] };
}

/** So many mails a second. */
export function keepsPace(mailsPerSecond: number): Use {
  return { variables: { [environment.sendRate]: String(mailsPerSecond) }, actions: [], resources: [] };
}

/** Knows how many mails a second the account may send. */
export function knowsSendRate(sendRate: number): Use {
  return { variables: { [environment.accountSendRate]: String(sendRate) }, actions: [], resources: [] };
}

/** How many licences a batch takes, where one customer has no more. */
export function packsBatches(batchSize: number): Use {
  return { variables: { [environment.batchSize]: String(batchSize) }, actions: [], resources: [] };
}

export function usesWorklists(
  worklists: Worklists,
  ...actions: readonly ('GetObject' | 'PutObject' | 'AbortMultipartUpload')[]
): Use {
  return {
    variables: { [environment.worklistBucket]: worklists.bucket.bucketName },
    actions: actions.map((action) => `s3:${action}`),
    resources: [worklists.bucket.arnForObjects('worklists/*')],
    wildcards: {
      reason: 'Every run has a worklist of its own name.',
      resources: [`${exportOf(worklists, worklists.bucket.bucketArn)}/worklists/*`],
    },
  };
}

/** Reads what the maps of the workflows leave; it is given their places. */
export function readsResults(worklists: Worklists): Use {
  return {
    variables: {},
    actions: ['s3:GetObject'],
    resources: [worklists.bucket.arnForObjects(`${resultsPrefix}/*`)],
    wildcards: {
      reason: 'Every map leaves its results under names of its own.',
      resources: [`${exportOf(worklists, worklists.bucket.bucketArn)}/${resultsPrefix}/*`],
    },
  };
}

export function keepsDocuments(documents: DocumentArchive): Use {
  return {
    variables: { [environment.documentsBucket]: documents.bucket.bucketName },
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: [documents.bucket.arnForObjects('*')],
    wildcards: {
      reason: 'Every document has a name of its own, in a bucket for nothing else.',
      resources: [`${exportOf(documents, documents.bucket.bucketArn)}/*`],
    },
  };
}

/** Also deletes documents that nobody must keep, with their versions. */
export function deletesDocuments(documents: DocumentArchive): Use {
  return { ...keepsDocuments(documents), actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'] };
}

export function sendsMail({ configurationSet, rights, mailsOnlyTo }: Senders): Use {
  return {
    variables: {
      [environment.configurationSet]: configurationSet.configurationSetName,
      ...(mailsOnlyTo !== undefined && { [environment.mailsOnlyTo]: mailsOnlyTo.join(' ') }),
    },
    actions: ['ses:SendRawEmail'],
    ...rights,
  };
}

/** Asks SES whether the senders are verified. @param identities the ARNs of these */
export function looksAtSenders(identities: readonly string[]): Use {
  return { variables: {}, actions: ['ses:GetEmailIdentity'], resources: identities };
}

export function derivesPasswords(key: IKey): Use {
  return keyed(environment.updatePasswordKey, key, 'GenerateMac');
}

/** @param address of the page that the links lead to */
export function signsStopLinks(key: IKey, address: string): Use {
  const use = keyed(environment.stopLinkKey, key, 'GenerateMac');
  return { ...use, variables: { ...use.variables, [environment.stopLinkAddress]: address } };
}

export function checksStopLinks(key: IKey): Use {
  return keyed(environment.stopLinkKey, key, 'VerifyMac');
}

/** Signs links to the customer's page, and reads them. @param address of the page, without a slash at its end */
export function signsPortalLinks(key: IKey, address: string): Use {
  const use = keyed(environment.portalKey, key, 'GenerateMac');
  return { ...use, variables: { ...use.variables, [environment.portalAddress]: address } };
}

/** Lambda takes the messages in the name of the function. */
export function takesMessages(queue: IQueue): Use {
  return {
    variables: {},
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queue.queueArn],
  };
}

export function rejectsPayments(queue: IQueue): Use {
  return {
    variables: { [environment.rejectedPaymentsQueue]: queue.queueUrl },
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
  };
}

/** Publishing to an encrypted topic takes its key too. */
export function writesToOperators(topic: ITopic, key: IKey): readonly Use[] {
  return [
    {
      variables: { [environment.operatorsTopic]: topic.topicArn },
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
    },
    { variables: {}, actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] },
  ];
}

export function startsRuns(stateMachine: IStateMachine): Use {
  return starts(environment.stateMachine, stateMachine);
}

export function startsUpdates(stateMachine: IStateMachine): Use {
  return starts(environment.updateStateMachine, stateMachine);
}

function starts(variable: string, { stateMachineArn }: IStateMachine): Use {
  return {
    variables: { [variable]: stateMachineArn },
    actions: ['states:StartExecution'],
    resources: [stateMachineArn],
  };
}

function table(
  variable: string,
  { tableName, tableArn }: Pick<ITable, 'tableName' | 'tableArn'>,
  ...actions: readonly TableAction[]
): Use {
  return {
    variables: { [variable]: tableName },
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [tableArn],
  };
}

/** Uses a key for one thing. */
export function keyed(variable: string, key: IKey, action: 'GenerateMac' | 'VerifyMac'): Use {
  return { variables: { [variable]: key.keyArn }, actions: [`kms:${action}`], resources: [key.keyArn] };
}
