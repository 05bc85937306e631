/** Environment variables of the handlers. */
export const environment = {
  licencesTable: 'LICENCES_TABLE',
  customersTable: 'CUSTOMERS_TABLE',
  customerHistoryTable: 'CUSTOMER_HISTORY_TABLE',
  searchTable: 'SEARCH_TABLE',
  runsTable: 'RUNS_TABLE',
  updatesTable: 'UPDATES_TABLE',
  numbersTable: 'NUMBERS_TABLE',
  paymentsTable: 'PAYMENTS_TABLE',
  documentsBucket: 'DOCUMENTS_BUCKET',
  worklistBucket: 'WORKLIST_BUCKET',
  dueShards: 'DUE_SHARDS',
  batchSize: 'BATCH_SIZE',
  /** Mails a second that one call of the function may send. */
  sendRate: 'SEND_RATE',
  /** Mails a second that the account may send. */
  accountSendRate: 'ACCOUNT_SEND_RATE',
  configurationSet: 'CONFIGURATION_SET',
  /** Of a stage that may mail only some recipients: addresses and domains, separated by spaces. */
  mailsOnlyTo: 'MAILS_ONLY_TO',
  updatePasswordKey: 'UPDATE_PASSWORD_KEY',
  stopLinkKey: 'STOP_LINK_KEY',
  stopLinkAddress: 'STOP_LINK_ADDRESS',
  portalKey: 'PORTAL_KEY',
  /** Of the customer's page, without a slash at its end. */
  portalAddress: 'PORTAL_ADDRESS',
  rejectedPaymentsQueue: 'REJECTED_PAYMENTS_QUEUE',
  stateMachine: 'STATE_MACHINE',
  updateStateMachine: 'UPDATE_STATE_MACHINE',
  /** The role of the deployed console's function, which says who asks. */
  consoleRole: 'CONSOLE_ROLE',
  /** Of the deployed console, without a slash at its end. */
  consoleAddress: 'CONSOLE_ADDRESS',
  /** Signs the sessions of the deployed console. */
  consoleKey: 'CONSOLE_KEY',
  /** How people sign in to the deployed console: `contracts/console/sign-in.ts`, as JSON. */
  consoleSignIn: 'CONSOLE_SIGN_IN',
  operatorsTopic: 'OPERATORS_TOPIC',
} as const;
