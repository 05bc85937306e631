import type { ContentOf } from '../content/content.ts';
import type { ChangeWords } from './changes/words.ts';
import type { ActionsWords } from './actions/words.ts';
import type { CoverWords } from './cover/words.ts';
import type { Subject } from './subject.ts';
import type { SupportWords } from './support/words.ts';
import type { UpdateWords } from './updates/words.ts';

/**
 * All wording of one language. Values come in written out (dates, amounts, shares), so that a language decides on
 * words and their order only. A language that misses one fails the compiler.
 */
export interface Words extends ActionsWords, CoverWords, SupportWords, UpdateWords {
  readonly greeting: (customer: string) => string;
  readonly closing: string;
  readonly copyTo: (partner: string) => string;
  readonly attached: (file: string) => string;
  /** What stands in a customer's calendar. */
  readonly calendar: {
    readonly expires: (of: Subject) => string;
    readonly cancelBy: (of: Subject) => string;
  };
  readonly stopLink: string;
  readonly changes: ChangeWords;
  readonly toPayBy: (toPay: string, payBy: string) => string;
  readonly reminder: {
    readonly subject: (of: Subject & { ends: string }) => string;
    readonly ends: (of: Subject & { ends: string }) => string;
    readonly whatEnds: string;
    readonly askForQuote: string;
    readonly openQuote: (quoteId: string) => string;
  };
  readonly renewalNotice: {
    readonly subject: (of: Subject & { from: string; total: string }) => string;
    readonly renews: (of: Subject & { ends: string; from: string; to: string }) => string;
    readonly price: (total: string) => string;
    readonly invoice: (of: { invoiceOn: string; payBy: string }) => string;
    readonly cancel: (cancelBy: string) => string;
    readonly tooLate: (of: { cancelBy: string; to: string }) => string;
  };
  readonly quote: {
    readonly subject: {
      readonly renewal: (of: Subject & { validUntil: string }) => string;
      readonly reinstatement: (of: Subject & { validUntil: string }) => string;
    };
    readonly intro: {
      readonly renewal: (of: Subject & { quoteId: string }) => string;
      readonly reinstatement: (of: Subject & { quoteId: string }) => string;
    };
    readonly sentAgain: string;
    readonly accept: (of: { validUntil: string; years: readonly number[] }) => string;
    readonly withdrawn: (ends: string) => string;
    readonly accepted: (years: string) => string;
    readonly starts: {
      readonly renewal: string;
      readonly reinstatement: string;
    };
  };
  readonly invoice: {
    readonly subject: {
      readonly open: (of: { product: string; invoiceId: string; total: string; payBy: string }) => string;
      readonly paid: (of: { product: string; invoiceId: string; total: string }) => string;
      readonly void: (of: { product: string; invoiceId: string; total: string }) => string;
    };
    readonly intro: (of: Subject & { invoiceId: string; issuedOn: string }) => string;
    readonly pay: (of: { toPay: string; payBy: string; invoiceId: string }) => string;
    readonly paid: string;
    readonly void: string;
    readonly lapses: (of: { payBy: string; lapsesOn: string }) => string;
    readonly order: (payBy: string) => string;
  };
  readonly paymentReminder: {
    readonly subject: (of: { product: string; invoiceId: string; toPay: string; payBy: string }) => string;
    readonly intro: (of: Subject & { invoiceId: string; issuedOn: string; total: string }) => string;
    readonly crossed: string;
  };
  readonly finalNotice: {
    readonly subject: (of: { product: string; invoiceId: string; toPay: string; payBy: string }) => string;
    readonly intro: (of: Subject & { invoiceId: string; issuedOn: string; total: string }) => string;
  };
  readonly lapse: {
    readonly subject: (of: Subject & { lapsedOn: string }) => string;
    readonly intro: (of: Subject & { lapsedOn: string }) => string;
    readonly reason: {
      readonly unpaid: (invoiceId: string, payBy: string) => string;
      readonly cancelled: (ended: string) => string;
      readonly notRenewed: (ended: string) => string;
    };
    readonly keepsWorking: string;
    readonly voided: string;
    readonly askForQuote: string;
    readonly comeBack: Readonly<Record<ContentOf<'lapse'>['comeBack'], string>>;
  };
  readonly renewed: {
    readonly subject: (of: Subject & { ends: string }) => string;
    readonly intro: (of: Subject & { starts: string; ends: string }) => string;
    readonly paid: string;
    readonly invoiceFollows: (invoiceOn: string) => string;
    readonly isLast: (ends: string) => string;
  };
  readonly reinstated: {
    readonly subject: (of: Subject & { ends: string }) => string;
    readonly intro: (of: Subject & { starts: string; ends: string }) => string;
  };
  readonly cancelled: {
    readonly subject: (of: Subject & { endsOn: string }) => string;
    readonly intro: (of: Subject & { endsOn: string }) => string;
    readonly missed: (of: { cancelBy: string; ends: string }) => string;
    readonly stayOwed: string;
    readonly orderStaysOpen: string;
    readonly resume: (endsOn: string) => string;
  };
  readonly activated: {
    readonly subject: (of: Subject & { ends: string }) => string;
    readonly intro: Readonly<
      Record<ContentOf<'activated'>['fact'], (of: Subject & { on: string }) => string>
    >;
    readonly term: (of: { starts: string; ends: string }) => string;
    readonly coveredFrom: (on: string) => string;
    readonly invoiceFollows: string;
  };
}
