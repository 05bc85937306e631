import type { Language } from '../../domain/plan/language.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** A mail in words, before any layout: every text is one line, and none of it is markup. */
export interface Letter {
  readonly language: Language;
  readonly subject: string;
  /** What a list of mails shows next to the subject. */
  readonly preheader: string;
  readonly vendor: Plan['vendor'];
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** The sentence that a reader must not miss. */
  | { readonly kind: 'call'; readonly text: string }
  /** Small print: a link that leads out of the mail. */
  | { readonly kind: 'link'; readonly label: string; readonly address: string }
  | Action
  | PageButton
  | FactList
  | PriceTable
  | {
      readonly kind: 'signature';
      readonly closing: string;
      readonly name: string;
      readonly email: string;
      readonly website: string;
    };

/** The one thing to do: a mail to the vendor, with what is prepared in it. */
export interface Action {
  readonly kind: 'action';
  readonly label: string;
  readonly to: string;
  readonly subject: string;
  readonly lines: readonly string[];
  /** Says what the button does, also for those who have none. */
  readonly hint: string;
}

/** The same on the customer's page: a signed link to exactly what the mail is about. */
export interface PageButton {
  readonly kind: 'page';
  readonly label: string;
  readonly address: string;
  /** Says what else one can do. */
  readonly hint: string;
}

export interface FactList {
  readonly kind: 'facts';
  readonly caption: string;
  readonly facts: readonly Fact[];
}

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

export function call(line: string): Block {
  return { kind: 'call', text: line };
}

export function facts(caption: string, ...rows: readonly (readonly [label: string, value: string])[]): Block {
  return { kind: 'facts', caption, facts: rows.map(([label, value]) => ({ label, value })) };
}
