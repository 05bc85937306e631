/** Names of the stacks: what is kept, what runs, and by what operators see how it goes. */
export const stacks = {
  licences: 'PerennialLicences',
  renewals: 'PerennialRenewals',
  operations: 'PerennialOperations',
} as const;

/** The prefix of outputs that say what an operator has to do after the first deployment. */
export const nextStep = 'NextStep';

/** Keys of the stacks' outputs, by which the command line finds what was deployed. */
export const outputs = {
  licencesTable: 'LicencesTable',
  customersTable: 'CustomersTable',
  customerHistoryTable: 'CustomerHistoryTable',
  searchTable: 'SearchTable',
  runsTable: 'RunsTable',
  updatesTable: 'UpdatesTable',
  numbersTable: 'NumbersTable',
  paymentsTable: 'PaymentsTable',
  documentsBucket: 'DocumentsBucket',
  worklistBucket: 'WorklistBucket',
  /** The address of the operator function, and the version of what is deployed. */
  operatorAddress: 'OperatorAddress',
  version: 'Version',
  stateMachine: 'RenewalStateMachine',
  updateStateMachine: 'UpdateStateMachine',
  configurationSet: 'ConfigurationSet',
  mailsOnlyTo: 'MailsOnlyTo',
  entitlementsFunction: 'EntitlementsFunction',
  /** The policy that lets a role call it. */
  entitlementsPolicy: 'EntitlementsPolicy',
  /** The customer's page, and the policy that lets a role call its API. */
  portalAddress: 'PortalAddress',
  portalKey: 'PortalKey',
  portalPolicy: 'PortalPolicy',
  /** The console behind the company's sign-in, where there is one. */
  consoleAddress: 'ConsoleAddress',
  dueShards: 'DueShards',
  /** Mails a second, as configured. */
  sendRate: 'SendRate',
  /** The queue of what could not be delivered. */
  undelivered: 'UndeliveredQueue',
  journalPipe: 'PipeOfJournal',
  updatePasswordKey: 'UpdatePasswordKey',
  stopLinkKey: 'StopLinkKey',
  stopLinkAddress: 'StopLinkAddress',
  eventBus: 'EventBus',
  rejectedPayments: 'RejectedPayments',
  registerConsole: `${nextStep}RegisterConsole`,
  confirmAlarms: `${nextStep}ConfirmAlarms`,
  grantReadOnly: `${nextStep}GrantReadOnly`,
  grantOperators: `${nextStep}GrantOperators`,
} as const;
