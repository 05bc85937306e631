/** The event bus on which payments come in and the journal goes out. */
export const bus = {
  name: 'perennial',
  /** The source of the journal's events. */
  source: 'perennial',
  /** The detail-type of a payment that came in. */
  paymentReceived: 'PaymentReceived',
} as const;
