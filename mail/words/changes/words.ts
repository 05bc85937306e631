import type { Subject } from '../subject.ts';

/** Wording of changes of a licence: to another edition, by modules, to a new version. */
export interface ChangeWords {
  readonly quote: {
    readonly subject: (of: Subject & { what: string; validUntil: string }) => string;
    readonly intro: (of: Subject & { what: string; quoteId: string }) => string;
    readonly accept: (validUntil: string) => string;
    readonly newLicence: (validUntil: string) => string;
    readonly accepted: string;
  };
  readonly invoice: {
    readonly intro: (of: Subject & { what: string; invoiceId: string; issuedOn: string }) => string;
  };
  /** Said of an open order when renewal is cancelled. */
  readonly orderStaysOpen: string;
  readonly done: {
    readonly subject: (of: Subject & { what: string; on: string }) => string;
    readonly intro: (of: Subject & { what: string; on: string }) => string;
    readonly countFromNextTerm: string;
  };
}
