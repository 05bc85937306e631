import type { Subject } from '../subject.ts';

/** Wording of changes of a licence: to another edition, by modules, to a new version. */
export interface ChangeWords {
  /** Each completes "for …". */
  readonly what: {
    readonly edition: (edition: string) => string;
    readonly modules: (skus: readonly string[]) => string;
    readonly migration: string;
  };
  readonly line: {
    readonly shareByDays: (of: {
      rate: string;
      list: string;
      from: string;
      to: string;
      days: number;
      ofDays: number;
    }) => string;
    readonly atListPrice: string;
    readonly free: (list: string) => string;
    readonly credit: string;
    readonly creditFor: string;
    readonly labour: string;
    readonly hours: (of: { hours: string; perHour: string }) => string;
    readonly hardware: string;
    readonly asQuoted: string;
  };
  readonly quote: {
    readonly subject: (of: Subject & { what: string; validUntil: string }) => string;
    readonly intro: (of: Subject & { what: string; quoteId: string }) => string;
    readonly accept: (validUntil: string) => string;
    readonly newLicence: (validUntil: string) => string;
    readonly endsWithLapse: string;
    readonly accepted: string;
  };
  readonly invoice: {
    readonly intro: (of: Subject & { what: string; invoiceId: string; issuedOn: string }) => string;
    readonly order: (payBy: string) => string;
  };
  /** Said of an open order when renewal is cancelled. */
  readonly orderStaysOpen: string;
  readonly done: {
    readonly subject: (of: Subject & { what: string; on: string }) => string;
    readonly intro: (of: Subject & { what: string; on: string }) => string;
    readonly countFromNextTerm: string;
  };
}
