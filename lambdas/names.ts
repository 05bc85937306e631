/** The names that the CDK constructs and the handlers share; each is written here and nowhere else. */

/** The steps that do what a licence is owed. */
export const actingSteps = ['expire', 'lapse', 'auto-renew', 'issue-invoice', 'quote', 'remind'] as const;

/** The Lambda steps of the renewal workflow. */
export const renewalSteps = [
  'collect-due',
  'assess',
  ...actingSteps,
  'deliver-mail',
  'record-failure',
  'summarise',
] as const;

/** The Lambda steps of the workflow that publishes an update. */
export const updateSteps = [
  'publish-update',
  'announce-update',
  'deliver-mail',
  'summarise-announcements',
] as const;

export type Step = (typeof renewalSteps)[number] | (typeof updateSteps)[number];

/** All Lambda steps; each is a file in `lambdas/steps/`. */
export const steps: readonly Step[] = [...new Set<Step>([...renewalSteps, ...updateSteps])];

/** The handlers of EventBridge's events and schedules; each is a file in `lambdas/events/`. */
export const eventHandlers = ['mail-feedback', 'payment-received', 'digest'] as const;
export type EventHandler = (typeof eventHandlers)[number];

/** Functions that others may call; each is a file in `lambdas/api/`. */
export const apis = ['entitlements', 'unsubscribe'] as const;

/** Every Lambda function, by the name of its file. */
export type Handler = Step | EventHandler | (typeof apis)[number];

/** Environment variables of the handlers. */
export const environment = {
  licencesTable: 'LICENCES_TABLE',
  customersTable: 'CUSTOMERS_TABLE',
  runsTable: 'RUNS_TABLE',
  updatesTable: 'UPDATES_TABLE',
  countersTable: 'COUNTERS_TABLE',
  documentsBucket: 'DOCUMENTS_BUCKET',
  worklistBucket: 'WORKLIST_BUCKET',
  dueShards: 'DUE_SHARDS',
  configurationSet: 'CONFIGURATION_SET',
  /** Of a stage that may not mail everybody: addresses and domains, parted by blanks. */
  mailsOnlyTo: 'MAILS_ONLY_TO',
  updatePasswordKey: 'UPDATE_PASSWORD_KEY',
  stopLinkKey: 'STOP_LINK_KEY',
  stopLinkAddress: 'STOP_LINK_ADDRESS',
  rejectedPaymentsQueue: 'REJECTED_PAYMENTS_QUEUE',
  operatorsTopic: 'OPERATORS_TOPIC',
} as const;

/** The hour at which each plan's day is run, on the clock of its time zone. */
export const runHour = 6;

/** The event bus on which payments come in and the journal goes out. */
export const bus = {
  name: 'perennial',
  /** The source of the journal's events. */
  source: 'perennial',
  /** The detail-type of a payment that came in. */
  paymentReceived: 'PaymentReceived',
} as const;

export const indexes = {
  /** Licences of a plan's shard by the day on which something falls due. */
  due: 'due',
  /** All licences of a plan's shard. */
  plan: 'plan',
  /** Licences of a customer. */
  customer: 'customer',
} as const;

/** What the sort keys of a licence's events begin with. */
export const eventRecords = 'EVENT#';

/** Attributes that are keys of a table or index. */
export const keys = {
  licenceId: 'licenceId',
  record: 'record',
  /** A shard of a plan's licences, by which indexes `due` and `plan` find them. */
  planPartition: 'planPartition',
  dueOn: 'dueOn',
  customerId: 'customerId',
  planId: 'planId',
  run: 'run',
  update: 'update',
  series: 'series',
} as const;

/** What `assess` finds to do next; the workflow's choice branches on it. */
export const nextSteps = [...actingSteps, 'deliver-mail', 'none'] as const;
export type NextStep = (typeof nextSteps)[number];

/** Names of errors that the state machines tell apart, or end with. */
export const errors = {
  /** Another write came first, again and again: the step can be repeated safely. */
  conflict: 'ConcurrentChange',
  /** Turned away for a moment by DynamoDB or SES, nothing was done: the step can be repeated after a pause. */
  throttled: 'Throttled',
  /** How an execution ends that has a failed licence; its cause names them. */
  licencesFailed: 'LicencesFailed',
  /** What was asked for does not fit: the message names the value and what would. */
  refused: 'Refused',
} as const;

/** Message tags by which SES's feedback tells which mail it is about, and which attempt at sending it. */
export const mailTags = { mail: 'mail', attempt: 'attempt' } as const;

/**
 * Where a mail stands. `unknown`: a send was cut off before its answer, and SES has not said since whether it took the
 * mail. `held`: it is not sent until an operator has looked at it. `skipped`: its reader wants no such mails,
 * or this stage may not mail its reader.
 */
export const mailStatuses = ['pending', 'sending', 'unknown', 'sent', 'held', 'skipped'] as const;
export type MailStatus = (typeof mailStatuses)[number];

/** What mails are counted by: where they come to stand, and what SES tells of those that are sent. */
export const countedStates = [...mailStatuses, 'delivered', 'bounced', 'complained'] as const;
export type CountedState = (typeof countedStates)[number];

/** What is published of mails and runs. */
export const metrics = {
  namespace: 'Perennial',
  mails: 'Mails',
  /** The dimension of `mails`. */
  state: 'State',
  /** Licences of a run; and for how many days the longest overdue one had been due when it began. */
  due: 'Due',
  done: 'Done',
  failed: 'Failed',
  backlogDays: 'BacklogDays',
  /** The dimension of these. */
  plan: 'Plan',
} as const;

/** Names of the stacks: what is kept, what runs, and by what operators see how it goes. */
export const stacks = {
  licences: 'PerennialLicences',
  renewals: 'PerennialRenewals',
  operations: 'PerennialOperations',
} as const;

/** Keys of the stacks' outputs, by which the command line finds what was deployed. */
export const outputs = {
  licencesTable: 'LicencesTable',
  customersTable: 'CustomersTable',
  runsTable: 'RunsTable',
  updatesTable: 'UpdatesTable',
  countersTable: 'CountersTable',
  documentsBucket: 'DocumentsBucket',
  worklistBucket: 'WorklistBucket',
  stateMachine: 'RenewalStateMachine',
  updateStateMachine: 'UpdateStateMachine',
  configurationSet: 'ConfigurationSet',
  mailsOnlyTo: 'MailsOnlyTo',
  entitlementsFunction: 'EntitlementsFunction',
  /** The policy that lets a role call it. */
  entitlementsPolicy: 'EntitlementsPolicy',
  dueShards: 'DueShards',
  updatePasswordKey: 'UpdatePasswordKey',
  stopLinkKey: 'StopLinkKey',
  stopLinkAddress: 'StopLinkAddress',
  eventBus: 'EventBus',
  rejectedPayments: 'RejectedPayments',
} as const;
