import type { CivilDate } from '../../domain/calendar.ts';
import type { Money } from '../../domain/billing/money.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ComeBack } from '../../wording/facts/cover.ts';

/** Why a licence has no maintenance in force. */
export type Uncovered =
  | { readonly kind: 'waits'; readonly for: Plan['firstTerm']['from'] }
  | { readonly kind: 'begins'; readonly from: CivilDate }
  /** `on` is the last day of cover. */
  | { readonly kind: 'ended'; readonly on: CivilDate };

/** What a customer without cover can do to have it again. */
export type WayBack =
  | {
      readonly kind: 'order';
      readonly invoiceId: string;
      readonly toPay: Money;
      readonly payBy: CivilDate;
    }
  | { readonly kind: 'quote'; readonly quoteId: string; readonly validUntil: CivilDate }
  | { readonly kind: 'ask'; readonly comeBack: ComeBack };
