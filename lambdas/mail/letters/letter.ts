/** A mail in words, before any layout: every text is one line, and none of it is markup. */
export interface Letter {
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** What differs from mail to mail; the rest of the letter is the same for all. */
export interface Writing {
  readonly subject: string;
  readonly body: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | PriceTable
  | {
      readonly kind: 'signature';
      readonly closing: string;
      readonly name: string;
      readonly email: string;
      readonly website: string;
    };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Amounts in columns; the sums stand below the last column. */
export interface PriceTable {
  readonly kind: 'prices';
  readonly caption: string;
  /** The heads of the amounts' columns. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly notes: readonly string[];
    /** One for each column. */
    readonly amounts: readonly string[];
  }[];
  readonly sums: readonly Fact[];
  /** Names the currency of all amounts. */
  readonly note: string;
}

export function text(line: string): Block {
  return { kind: 'text', text: line };
}

export function facts(...rows: readonly (readonly [label: string, value: string])[]): Block {
  return { kind: 'facts', facts: rows.map(([label, value]) => ({ label, value })) };
}
