/** Why a rule rejects what a customer asks for, for whoever says so in the customer's language. */
export const rejectionCodes = [
  /** The customer orders by purchase order only, and none was given. */
  'purchase-order-required',
  'years-not-offered',
  'quote-not-open',
  /** What is quoted is another licence. */
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
  'left-already',
  'on-the-list',
  'licence-removed',
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];
