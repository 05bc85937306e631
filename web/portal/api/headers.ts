/** The headers of the API, as HTTP writes them. No person is named in an address. */
export const headerNames = {
  /** The e-mail address of the person that is recorded. */
  reader: 'Perennial-Reader',
  /** `customer` or `partner`. */
  role: 'Perennial-Role',
  /** A UUID: a request that is sent again under it is done once. */
  key: 'Idempotency-Key',
} as const;
