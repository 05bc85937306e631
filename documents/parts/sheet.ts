import type { HanForm } from '../typesetting/han-form.ts';

/** A document in words, before any layout: every text is one line, however long, and none of it is markup. */
export interface Sheet {
  /** BCP 47. */
  readonly language: string;
  /** Names the document; made of our own words only, since it is written into its metadata as it is. */
  readonly title: string;
  /** The day of its metadata. */
  readonly date: string;
  readonly han: HanForm;
  readonly blocks: readonly Block[];
  /** Stands at the foot of every page. */
  readonly foot: string;
  readonly page: (number: number, of: number) => string;
}

/** A picture with its size in points. */
export interface Logo {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Its part of the table's width, in proportion to those of the others. */
  readonly share: number;
}

export type Block =
  /** The document's name, and at the right the vendor's logo, or its name where there is none. */
  | {
      readonly kind: 'letterhead';
      readonly title: string;
      readonly vendor: string;
      /** Of the vendor's name. */
      readonly colour: string;
      readonly logo: Logo | undefined;
    }
  /** What matters most of a document, such as what to pay and until when. */
  | { readonly kind: 'headline'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Whether it stays with what follows. */
      readonly leads: boolean;
    }
  /** The first line of each names it. */
  | { readonly kind: 'parties'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Code
  | Table;

/** Rows under heads, and sums that stay with the last row. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** A cell for each column. */
  readonly rows: readonly (readonly string[])[];
  readonly sums: readonly Fact[];
}

/** Facts, and beside them a QR code that says the same to a machine. */
export interface Code {
  readonly kind: 'code';
  readonly facts: readonly Fact[];
  /** Dark where true, row by row. */
  readonly modules: readonly (readonly boolean[])[];
  /** What the code is for. */
  readonly text: string;
  /** What the picture shows, in words. */
  readonly alt: string;
}
