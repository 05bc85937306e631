import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Step } from '../../contracts/workflow/steps.ts';
import type { Senders } from '../mailing/senders.ts';
import type { Unsubscribing } from '../mailing/unsubscribing.ts';
import type { DocumentArchive } from '../storage/document-archive.ts';
import type { Worklists } from '../storage/worklists.ts';
import type { AppFunctionProps } from './app-function.ts';
import type { PortalApi } from './portal.ts';
import {
  type Data,
  derivesPasswords,
  keepsPace,
  keepsDocuments,
  knowsSendRate,
  packsBatches,
  queriesIndex,
  readsResults,
  sendsMail,
  signsPortalLinks,
  signsStopLinks,
  usesNumbers,
  usesCustomers,
  usesLicences,
  usesRuns,
  usesUpdates,
  usesWorklists,
} from './uses.ts';

/** What the steps use. */
export interface StepResources {
  readonly data: Data;
  readonly worklists: Worklists;
  readonly documents: DocumentArchive;
  readonly senders: Senders;
  readonly unsubscribing: Unsubscribing;
  readonly portalApi: PortalApi;
  readonly updatePasswordKey: IKey;
  readonly batchSize: number;
  /** Mails a second of the account. */
  readonly sendRate: number;
  /** What one call of the function that sends may send. */
  readonly mailsPerSecond: number;
}

type StepSettings = Omit<AppFunctionProps, 'setup' | 'handler'>;

/** A batch waits for its mails, which go out at the pace of the account. */
const wholeBatch = { timeout: Duration.minutes(15), memoryMiB: 1024 } as const;

/** Reading or writing a worklist of a million licences takes minutes. */
const wholeRun = { timeout: Duration.minutes(15), memoryMiB: 1024 } as const;

/** How each step's function is set up. */
export function stepSettings({
  data,
  worklists,
  documents,
  senders,
  unsubscribing,
  portalApi,
  updatePasswordKey,
  batchSize,
  sendRate,
  mailsPerSecond,
}: StepResources): Readonly<Record<Step, StepSettings>> {
  const changesLicences = usesLicences(data, 'GetItem', 'PutItem');
  return {
    'collect-due': {
      ...wholeRun,
      description: 'Writes the worklist of the licences that are due today',
      uses: [
        queriesIndex(data, 'due'),
        queriesIndex(data, 'plan'),
        usesLicences(data, 'UpdateItem', 'BatchGetItem', 'PutItem'),
        usesRuns(data, 'GetItem', 'PutItem', 'UpdateItem', 'Query'),
        usesWorklists(worklists, 'PutObject', 'AbortMultipartUpload'),
        packsBatches(batchSize),
        knowsSendRate(sendRate),
      ],
    },
    assess: {
      ...wholeBatch,
      description: 'Says what is due next for the licences of a batch, and why',
      uses: [usesLicences(data, 'BatchGetItem', 'PutItem', 'UpdateItem'), usesRuns(data, 'PutItem')],
    },
    act: {
      ...wholeBatch,
      description: 'Expires, lapses, renews, invoices, quotes or reminds: what is due for a batch',
      uses: [
        usesLicences(data, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'),
        usesNumbers(data, 'Query', 'PutItem'),
        usesRuns(data, 'PutItem'),
      ],
    },
    'deliver-mail': {
      ...wholeBatch,
      description: 'Sends the mails that wait in the outboxes of a batch, at the pace of the account',
      uses: [
        usesLicences(data, 'GetItem', 'PutItem', 'UpdateItem', 'Query'),
        usesNumbers(data, 'Query', 'PutItem'),
        usesCustomers(data, 'GetItem'),
        usesRuns(data, 'GetItem', 'PutItem'),
        keepsDocuments(documents),
        sendsMail(senders),
        keepsPace(mailsPerSecond),
        derivesPasswords(updatePasswordKey),
        signsStopLinks(unsubscribing.key, unsubscribing.address),
        signsPortalLinks(portalApi.key, portalApi.address),
      ],
    },
    'record-failure': {
      description: 'Parks a licence that failed, with the reason',
      uses: [usesLicences(data, 'UpdateItem'), usesRuns(data, 'PutItem')],
    },
    summarise: {
      ...wholeRun,
      description: 'Counts the results of a run and closes its record',
      uses: [
        queriesIndex(data, 'due'),
        usesLicences(data, 'BatchGetItem'),
        usesRuns(data, 'GetItem', 'Query', 'PutItem', 'UpdateItem'),
        usesWorklists(worklists, 'GetObject'),
        readsResults(worklists),
      ],
    },
    'publish-update': {
      ...wholeRun,
      description: 'Records an update as published and writes the worklist of its plan',
      uses: [
        queriesIndex(data, 'plan'),
        usesUpdates(data, 'PutItem'),
        usesWorklists(worklists, 'PutObject', 'AbortMultipartUpload'),
        packsBatches(batchSize),
      ],
    },
    'announce-update': {
      ...wholeBatch,
      description: 'Announces an update to the customers of a batch, each once',
      uses: [changesLicences],
    },
    'summarise-announcements': {
      ...wholeRun,
      description: "Counts the results of an update's announcements",
      uses: [readsResults(worklists)],
    },
  };
}
