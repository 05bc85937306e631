import type { CivilDate } from '../../domain/calendar.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import type { Money } from '../../domain/billing/money.ts';
import type { Price } from '../../domain/billing/price.ts';
import type { About } from '../../wording/facts/about.ts';
import type { Bill } from '../../wording/facts/bill.ts';
import type { ComeBack } from '../../wording/facts/cover.ts';
import type { Offer } from '../../wording/facts/offer.ts';
import type { MailKind } from '../kinds.ts';
import type { SupportContents } from './support-content.ts';
import type { Uncovered } from './uncovered.ts';
import type { UpdateContents } from './update-content.ts';
import type { ChangeContents } from './changes-content.ts';

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
