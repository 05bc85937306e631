export const indexes = {
  /** Licences of a plan's shard by the day on which something falls due. */
  due: 'due',
  /** All licences of a plan's shard. */
  plan: 'plan',
  /** Licences of a customer. */
  customer: 'customer',
  /** Parked licences, and those with something open for which index `due` has no day soon. */
  stalled: 'stalled',
  /** Events by the purchase order or the payment that they name. */
  reference: 'reference',
} as const;

/** Of table `Customers`: all customers of a kind, by their ids. */
export const customersByKind = 'kind';

/** Of table `Customers`: the customers of a partner, by their ids. */
export const customersByPartner = 'partner';

/** The index of table `Payments` that lists those which wait, and the others by month. */
export const listedIndex = 'listed';

/** Attributes that are keys of table `Payments` and its index. */
export const paymentKeys = {
  paymentId: 'paymentId',
  /** `waiting`, or a month. */
  listed: 'listed',
  /** The value date. */
  received: 'received',
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
  /** The shard of a plan's licences, on those alone that index `stalled` has. */
  stalledIn: 'stalledIn',
  /** Since when runs skip a licence, and why. */
  parked: 'parked',
  customerId: 'customerId',
  customerKind: 'kind',
  partnerId: 'partnerId',
  planId: 'planId',
  run: 'run',
  update: 'update',
  /** The first letters of a word that customers are found by, and the word with those around it. */
  searchPrefix: 'prefix',
  searchEntry: 'entry',
  /** What an event is found by: a purchase order or a payment. */
  reference: 'reference',
  series: 'series',
  /** The first number of an entry in the register of numbers. */
  first: 'first',
  /** Set on events that a restore has written: they were published before. */
  restored: 'restored',
  /** In seconds since 1970: when DynamoDB deletes what is kept for some time only. */
  expiresAt: 'expiresAt',
} as const;
