import type { Money } from '../../domain/billing/money.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { coverPeriodOf } from '../../domain/cover/cover-period.ts';
import { coverOn } from '../../domain/cover/entitlements.ts';
import { type Licence, openOrder } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { billOf } from '../../wording/facts/bill.ts';
import { type ComeBack, comeBackOf } from '../../wording/facts/cover.ts';
import type { Material } from '../kinds/kind.ts';

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

/** Undefined if the maintenance is in force on that day. */
export function uncoveredOn(plan: Plan, licence: Licence, on: CivilDate): Uncovered | undefined {
  if (coverOn(plan, licence, on).inForce) return undefined;
  const { since, until } = coverPeriodOf(licence);
  if (until === undefined) return { kind: 'waits', for: plan.firstTerm.from };
  return since !== undefined && on < since ? { kind: 'begins', from: since } : { kind: 'ended', on: until };
}

/** As things stand now; undefined if there is cover, or none can be had again. */
export function wayBackOf({ plan, history, today }: Material): WayBack | undefined {
  const { now } = history;
  const canReturn = now.standing.status === 'lapsed' || now.standing.status === 'active';
  if (!canReturn || uncoveredOn(plan, now, today)?.kind !== 'ended') return undefined;
  const order = openOrder(now);
  if (order !== undefined) {
    const { invoiceId, payBy, settlement } = billOf(plan, history, order.invoiceId);
    if (settlement.state === 'open') return { kind: 'order', invoiceId, payBy, toPay: settlement.toPay };
  }
  if (now.quote !== undefined) {
    const { quoteId, validUntil } = now.quote;
    return { kind: 'quote', quoteId, validUntil };
  }
  return { kind: 'ask', comeBack: comeBackOf(plan) };
}
