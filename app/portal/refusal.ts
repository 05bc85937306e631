/** Why something cannot be done; the page has the words. */
export const refusalCodes = [
  /** A partner may not do it for its customer. */
  'not-for-partners',
  /** The customer orders by purchase order only, and none was given. */
  'purchase-order-required',
  'years-not-offered',
  'quote-not-open',
  'needs-new-licence',
  'nothing-to-renew',
  'renews-by-itself',
  'order-open',
  'too-late-to-reinstate',
  'too-far-ahead',
  'nothing-to-cancel',
  'already-cancelled',
  'nothing-to-resume',
  'not-cancelled',
  'no-price-list',
  'not-in-price-list',
  'has-it-already',
  'no-term',
  'term-ended',
  'not-entitled',
  'no-support',
  'no-emergency-support',
  'too-many-tickets',
  'ticket-closed',
  'no-remote-access',
  'access-granted-already',
  'access-not-granted',
  'no-updates',
  'no-such-update',
  'left-already',
  'on-the-list',
  'licence-removed',
  'not-a-value',
  'too-early',
  'other',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** The field of the form that it is about, where it is about one. */
  readonly field?: string | undefined;
  /** The licence that it is about, where several were asked for. */
  readonly licenceId?: string | undefined;
  /** In the vendor's words, in English: for the record, and for a caller of the API. */
  readonly detail: string;
}
