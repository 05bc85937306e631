/**
 * Who looks at the customer's page or acts on it: an address of a customer. As `partner` it sees the licences of the customers
 * that name it as their partner besides its own, of whatever kind it is itself. Readers of the page are both at once.
 */
export interface Reader {
  readonly address: string;
  /** Whose address it is: the customer, or the partner itself. */
  readonly customerId: string;
  readonly role: 'customer' | 'partner';
}

/** A reader's request, and its instant in milliseconds since 1970: it decides the day. */
export interface Visit {
  readonly reader: Reader;
  readonly now: number;
  /** The ARN of the vendor's own site, where that asks in the reader's name. */
  readonly through?: string | undefined;
}

/** What a reader may do about a licence or a document: all, or what a partner may (docs/portal.md). */
export type Rights = 'own' | 'as-partner';
