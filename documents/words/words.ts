import type { Language } from '../../domain/plan/language.ts';
import type { Offer } from '../../wording/facts/offer.ts';

/** What a document is about, as its sentences name it. */
interface Subject {
  readonly product: string;
  readonly licenceId: string;
}

/**
 * All wording of documents in one language; what mails say as well is in the words of mails. Values come in written
 * out. A language that misses one fails the compiler.
 */
export interface Words {
  readonly language: Language;
  readonly title: { readonly quote: string; readonly invoice: string; readonly creditNote: string };
  readonly page: (number: number, of: number) => string;
  readonly labels: {
    readonly from: string;
    readonly to: string;
    /** The account manager. */
    readonly contact: string;
    readonly vatId: string;
    readonly quoteNumber: string;
    readonly quoteDate: string;
    readonly invoiceNumber: string;
    readonly creditNoteNumber: string;
    readonly creditNoteDate: string;
    readonly servicePeriod: string;
    readonly module: string;
    readonly listPrice: string;
    readonly allModules: string;
    readonly description: string;
    readonly price: string;
    readonly quantity: string;
    readonly discount: string;
  };
  readonly headings: {
    readonly modules: string;
    readonly option: (number: number, years: string) => string;
    readonly acceptance: string;
    readonly terms: string;
  };
  readonly maintenanceOf: (product: string) => string;
  readonly shareOf: (rate: string, list: string) => string;
  readonly perYear: (price: string) => string;
  readonly days: (days: number, ofDays: number) => string;
  readonly perHour: (price: string) => string;
  readonly hours: (hours: string) => string;
  readonly cover: (cover: string) => string;
  readonly offers: Readonly<Record<Offer['purpose'], (of: Subject) => string>>;
  readonly charges: (of: Subject) => string;
  readonly change: {
    readonly offers: (of: Subject & { what: string }) => string;
    readonly charges: (of: Subject & { what: string }) => string;
    readonly newLicence: (of: { email: string; number: string; validUntil: string }) => string;
    readonly done: string;
  };
  readonly accept: (of: {
    email: string;
    number: string;
    validUntil: string;
    years: readonly number[];
  }) => string;
  readonly invoiceFollows: (days: number) => string;
  readonly starts: Readonly<Record<Offer['purpose'], string>>;
  readonly withdrawn: (ends: string) => string;
  readonly replaces: (number: string) => string;
  readonly creditNote: {
    readonly headline: (total: string) => string;
    readonly line: (of: { product: string; number: string }) => string;
    readonly lessToPay: (total: string) => string;
    readonly becomesCredit: (total: string) => string;
  };
  /** Of a quote or invoice over several licences. */
  readonly shared: {
    readonly licences: string;
    readonly offers: Readonly<Record<Offer['purpose'], (licences: number) => string>>;
    readonly charges: (licences: number) => string;
    readonly some: string;
    readonly invoiceFollows: (days: number) => string;
    readonly starts: Readonly<Record<Offer['purpose'], string>>;
    readonly inOrder: string;
    readonly lapses: (of: { payBy: string; lapsesOn: string }) => string;
    readonly order: (payBy: string) => string;
  };
  readonly due: (of: { toPay: string; payBy: string }) => string;
  readonly paidInFull: string;
  readonly pay: (of: { toPay: string; payBy: string; number: string }) => string;
  /** Beside the payment code, and in words what it is. */
  readonly scanToPay: string;
  readonly paymentCode: string;
  readonly paid: string;
  readonly lapses: (of: { payBy: string; lapsesOn: string }) => string;
  readonly order: (payBy: string) => string;
  readonly noTax: (taxName: string) => string;
  readonly reverseCharge: (taxName: string) => string;
  readonly exempt: (taxName: string, reason: string | undefined) => string;
  readonly questions: (of: { email: string; website: string }) => string;
}
