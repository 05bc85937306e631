import { Duration } from 'aws-cdk-lib';
import type { Step } from '../../contracts/steps.ts';

/** How a step's function is set up, and all that it may do. */
export interface StepSettings {
  /** What it does, for whoever reads the list of functions. */
  readonly description: string;
  readonly timeout: Duration;
  readonly memoryMiB: number;
  readonly access: Access;
}

/** Actions on the items of tables, on indexes, on the objects of worklists and of results, and on the key of passwords; nothing else of them is allowed. */
interface Access {
  readonly licences?: readonly TableAction[];
  readonly dueIndex?: readonly 'Query'[];
  readonly planIndex?: readonly 'Query'[];
  readonly customers?: readonly TableAction[];
  readonly runs?: readonly TableAction[];
  readonly updates?: readonly TableAction[];
  readonly worklists?: readonly ('GetObject' | 'PutObject' | 'AbortMultipartUpload')[];
  readonly results?: readonly 'GetObject'[];
  readonly counters?: readonly TableAction[];
  readonly documents?: readonly ('GetObject' | 'PutObject')[];
  readonly mail?: readonly 'SendRawEmail'[];
  readonly updatePasswords?: readonly 'GenerateMac'[];
  readonly stopLinks?: readonly 'GenerateMac'[];
}

type TableAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem';

/** A licence is loaded, decided upon and committed. Puts in a transaction ask for `PutItem`. */
const oneLicence = {
  timeout: Duration.seconds(30),
  memoryMiB: 512,
  access: { licences: ['GetItem', 'PutItem'] },
} as const;

/** Reading or writing a worklist of a million licences takes minutes. */
const wholeRun = { timeout: Duration.minutes(15), memoryMiB: 1024 } as const;

export const stepSettings: Readonly<Record<Step, StepSettings>> = {
  'collect-due': {
    ...wholeRun,
    description: 'Writes the worklist of the licences that are due today',
    access: {
      dueIndex: ['Query'],
      licences: ['UpdateItem', 'BatchGetItem'],
      runs: ['PutItem', 'UpdateItem', 'Query'],
      worklists: ['PutObject', 'AbortMultipartUpload'],
    },
  },
  assess: { ...oneLicence, description: 'Says what is due next for a licence, and why' },
  act: {
    ...oneLicence,
    description: 'Expires, lapses, renews, invoices, quotes or reminds: what a licence is due',
  },
  'deliver-mail': {
    ...oneLicence,
    description: 'Sends the mails that wait in the outbox of a licence',
    timeout: Duration.minutes(1),
    access: {
      licences: ['GetItem', 'PutItem', 'UpdateItem', 'Query'],
      customers: ['GetItem'],
      runs: ['PutItem'],
      mail: ['SendRawEmail'],
      updatePasswords: ['GenerateMac'],
      stopLinks: ['GenerateMac'],
      counters: ['GetItem', 'PutItem'],
      documents: ['GetObject', 'PutObject'],
    },
  },
  'record-failure': {
    ...oneLicence,
    description: 'Parks a licence that failed, with the reason',
    access: { licences: ['UpdateItem'], runs: ['PutItem'] },
  },
  summarise: {
    ...wholeRun,
    description: 'Counts what became of the licences of a run',
    access: {
      dueIndex: ['Query'],
      licences: ['BatchGetItem'],
      runs: ['Query', 'UpdateItem'],
      worklists: ['GetObject'],
    },
  },
  'publish-update': {
    ...wholeRun,
    description: 'Records an update as published and writes the worklist of its plan',
    access: {
      planIndex: ['Query'],
      updates: ['PutItem'],
      worklists: ['PutObject', 'AbortMultipartUpload'],
    },
  },
  'announce-update': { ...oneLicence, description: "Tells a licence's customer of an update, once" },
  'summarise-announcements': {
    ...wholeRun,
    description: "Counts what became of an update's announcements",
    access: { results: ['GetObject'] },
  },
};
