import { rejectionCodes } from '../../domain/licence/rejection-code.ts';

/** Why something cannot be done, by the rules or by this page. */
export const refusalCodes = [
  ...rejectionCodes,
  /** A partner may not do it for its customer. */
  'not-for-partners',
  /** Only a partner gets copies. */
  'only-for-partners',
  'no-such-update',
  /** A field has a value that cannot be. */
  'not-a-value',
  /** Something was recorded for a later day than today: it can be done from that day on. */
  'too-early',
  'other',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** The page has the words. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The field of the form that it is about, where it is about one. */
  readonly field?: string | undefined;
  /** The licence that it is about, where several were asked for. */
  readonly licenceId?: string | undefined;
  /** In English: for the record, and for a caller of the API. */
  readonly detail: string;
}
