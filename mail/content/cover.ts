import type { CivilDate } from '../../domain/calendar.ts';
import { coverOn } from '../../domain/cover/entitlements.ts';
import { type Licence, openOrder } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { coverPeriodOf } from '../../domain/cover/cover-period.ts';
import { billOf } from '../../wording/facts/bill.ts';
import type { JournalHistory } from '../../wording/facts/history.ts';
import { comeBackOf } from '../../wording/facts/cover.ts';
import type { Uncovered, WayBack } from './uncovered.ts';

/** Undefined where the maintenance is in force on that day. */
export function uncoveredOn(plan: Plan, licence: Licence, on: CivilDate): Uncovered | undefined {
  if (coverOn(plan, licence, on).inForce) return undefined;
  const { since, until } = coverPeriodOf(licence);
  if (until === undefined) return { kind: 'waits', for: plan.firstTerm.from };
  return since !== undefined && on < since ? { kind: 'begins', from: since } : { kind: 'ended', on: until };
}

/** As things stand now; undefined where cover needs no taking up, or cannot be taken up. */
export function wayBack(plan: Plan, history: JournalHistory, today: CivilDate): WayBack | undefined {
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
