import type { InLanguages } from '../../domain/plan/language.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import type { Change } from '../../domain/changes/change.ts';
import type { Money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Price } from '../../domain/billing/price.ts';
import type { MailKind } from '../kinds.ts';
import type { SupportContents } from './support-content.ts';
import type { ComeBack, Uncovered } from './uncovered.ts';
import type { UpdateContents } from './update-content.ts';
import type { ChangeContents } from './changes-content.ts';

/** What every mail names. */
export interface About {
  readonly licenceId: string;
  /** What the vendor calls that id; null where it is the licence's own. */
  readonly trackedBy: InLanguages | null;
  /** With its edition, where it has one. */
  readonly product: string;
  readonly plan: string;
  readonly customer: string;
  readonly vendor: Plan['vendor'];
}

/** The cover that a quote or an invoice gives. */
export type Cover =
  | { readonly kind: 'period'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'from-payment'; readonly years: number }
  | { readonly kind: 'from-month-after-payment'; readonly years: number }
  | { readonly kind: 'from-payment-until'; readonly to: CivilDate };

interface Option {
  readonly years: number;
  readonly cover: Cover;
  readonly price: Price;
}

export interface Offer {
  readonly quoteId: string;
  readonly purpose: 'renewal' | 'reinstatement';
  readonly validUntil: CivilDate;
  /** Set where the term ends before that: the lapse then withdraws the quote. */
  readonly withdrawnAfter?: CivilDate | undefined;
  /** Per cent of net, the same for all options. */
  readonly taxPercent: number;
  readonly currency: string;
  readonly options: readonly Option[];
}

/** Where the payment of an invoice stands. */
export type Settlement =
  | {
      readonly state: 'open';
      /** What of the customer's credit goes towards it. */
      readonly credit: Money;
      readonly toPay: Money;
    }
  | { readonly state: 'paid' }
  | { readonly state: 'void' };

/** What an invoice is for. An accepted quote's is an order: its payment starts the term. */
export type Bought =
  | { readonly kind: 'cover'; readonly cover: Cover; readonly isOrder: boolean }
  | { readonly kind: 'change'; readonly change: Change };

export interface Bill {
  readonly invoiceId: string;
  readonly issuedOn: CivilDate;
  readonly payBy: CivilDate;
  readonly price: Price;
  /** What it is for: cover, or a change of the licence. */
  readonly buys: Bought;
  readonly settlement: Settlement;
}

/** How long a licence's maintenance runs. `until` is its last day as things stand. */
export type Runs =
  | {
      readonly kind: 'renews';
      readonly until: CivilDate;
      /** The last day on which a cancellation keeps it from renewing. */
      readonly cancelBy: CivilDate;
    }
  | { readonly kind: 'ends'; readonly until: CivilDate }
  /** The term is over, and cover goes on while its successor's order can be paid. */
  | { readonly kind: 'awaits-payment'; readonly until: CivilDate }
  | { readonly kind: 'endless' }
  | Uncovered;

interface Contents extends SupportContents, UpdateContents, ChangeContents {
  reminder: { readonly ends: CivilDate; readonly offer?: Offer | undefined };
  'renewal-notice': {
    readonly ends: CivilDate;
    readonly next: { readonly from: CivilDate; readonly to: CivilDate };
    readonly price: Price;
    readonly invoiceOn: CivilDate;
    readonly payBy: CivilDate;
    /** The last day on which a cancellation still keeps the next term from starting. */
    readonly cancelBy: CivilDate;
    /** Whether that day has passed. */
    readonly isTooLate: boolean;
  };
  quote: {
    readonly offer: Offer;
    readonly isSentAgain: boolean;
    /** The years of the option that the customer has accepted since. */
    readonly acceptedYears?: number | undefined;
  };
  invoice: { readonly bill: Bill };
  'payment-reminder': { readonly bill: Bill };
  'final-notice': { readonly bill: Bill };
  lapse: {
    readonly reason: EventOf<'MaintenanceLapsed'>['reason'];
    readonly lapsedOn: CivilDate;
    /** The last day of the term that nothing followed. */
    readonly termEnded: CivilDate;
    /** The invoices that it voids. */
    readonly voided: readonly {
      readonly invoiceId: string;
      readonly total: Money;
      readonly payBy: CivilDate;
      /** Whether it was the charge of a term, which a lapse may rest on. */
      readonly isCharge: boolean;
    }[];
    readonly comeBack: ComeBack;
  };
  renewed: {
    readonly starts: CivilDate;
    readonly ends: CivilDate;
    /** The day on which it is to be invoiced; unset where it is paid. */
    readonly invoiceOn?: CivilDate | undefined;
    /** Whether renewal is cancelled with effect of its end. */
    readonly isLast: boolean;
  };
  reinstated: { readonly starts: CivilDate; readonly ends: CivilDate };
  cancelled: {
    readonly endsOn: CivilDate;
    /** Set where it came too late for the end of the running term. */
    readonly missed?: { readonly cancelBy: CivilDate; readonly ends: CivilDate } | undefined;
    readonly bills: readonly Bill[];
  };
  activated: {
    readonly fact: EventOf<'LicenceActivated'>['fact'];
    readonly on: CivilDate;
    readonly starts: CivilDate;
    readonly ends: CivilDate;
    /** Whether the term is still to be invoiced. */
    readonly isInvoiced: boolean;
  };
  'term-statement': {
    /** The first day of the period of cover that runs, ran last, or is to come, where it is known. */
    readonly since?: CivilDate | undefined;
    readonly runs: Runs;
  };
}

export type ContentOf<Kind extends MailKind> = {
  readonly kind: Kind;
  readonly about: About;
} & Contents[Kind];

/** What a mail says, before any wording. */
export type Content = { [Kind in MailKind]: ContentOf<Kind> }[MailKind];
