import { type DueAction, firstPayBy } from '../agenda.ts';
import type { CivilDate } from '../calendar.ts';
import { isBeforeLastEvent } from './dated.ts';
import { type JournalDraft, journalDraft, record } from './journal-draft.ts';
import type { Event } from './events.ts';
import { activeStanding, type Licence } from './licence.ts';
import { announcedPrice } from '../billing/announced-price.ts';
import { issueInvoice, issueQuote } from '../quotes/offers.ts';
import type { Plan } from '../plan/plan.ts';
import { pendingReminders, type PendingReminder, sameSeries } from '../cover/reminders.ts';
import { inUse } from '../billing/pricing.ts';
import { settle } from '../payments/settle.ts';
import { renewalTerm } from '../cover/terms.ts';

/**
 * Does one action of `due(plan, licence, today)`: the events that it makes, dated `today`; none where that is before
 * the licence's last event.
 */
export function perform(plan: Plan, licence: Licence, action: DueAction, today: CivilDate): readonly Event[] {
  if (isBeforeLastEvent(licence, today)) return [];
  return performed(plan, journalDraft(licence, today), action).events;
}

function performed(plan: Plan, draft: JournalDraft, action: DueAction): JournalDraft {
  const { because } = action;
  switch (action.step) {
    case 'expire':
      return action.what === 'quote'
        ? record(draft, { type: 'QuoteExpired', quoteId: action.quoteId, because })
        : voidOrder(plan, draft, action.invoiceId, because);
    case 'lapse':
      return lapse(draft, because);
    case 'auto-renew':
      return renew(plan, draft, because);
    case 'issue-invoice':
      return issueInvoice(plan, draft, action.charge, because);
    case 'quote':
      return issueQuote(plan, draft, true, because);
    case 'remind':
      return remind(plan, draft, action.reminder, because);
  }
}

/** What credit had to leave to an older order now pays the invoices behind it. */
function voidOrder(plan: Plan, draft: JournalDraft, invoiceId: string, because: string): JournalDraft {
  return settle(plan, record(draft, { type: 'InvoiceVoided', invoiceId, because }));
}

/** Ends the maintenance; the licence itself keeps working (docs/rules.md §6.3). */
function lapse(before: JournalDraft, because: string): JournalDraft {
  const unpaid = firstPayBy(before.licence);
  const otherwise = activeStanding(before.licence).cancelledTo === undefined ? 'not-renewed' : 'cancelled';
  const reason = unpaid !== undefined && unpaid < before.on ? 'unpaid' : otherwise;
  const voided = before.licence.invoices.reduce(
    (draft, { invoiceId }) =>
      record(draft, { type: 'InvoiceVoided', invoiceId, because: 'maintenance lapses' }),
    before,
  );
  const ids = before.licence.invoices.map(({ invoiceId }) => invoiceId);
  return record(voided, { type: 'MaintenanceLapsed', reason, voided: ids, because });
}

function renew(plan: Plan, draft: JournalDraft, because: string): JournalDraft {
  const { alignTo } = draft.licence;
  const { term, charge } = renewalTerm(plan, activeStanding(draft.licence).term, alignTo);
  const { starts, ends } = term;
  const list = inUse(plan, draft.licence.facts);
  return record(draft, {
    type: 'TermStarted',
    starts,
    ends,
    basis: 'renewal',
    term,
    isAligned: alignTo === undefined ? undefined : true,
    charge: { ...charge, list },
    because,
  });
}

/** Of the reminders of a series that are due together the latest goes out; the others are skipped. */
function remind(plan: Plan, before: JournalDraft, one: PendingReminder, because: string): JournalDraft {
  const series = pendingReminders(plan, before.licence)
    .filter((other) => other.on <= before.on && sameSeries(one, other))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const announcedBy = (kind: PendingReminder['kind']) =>
    kind === 'renewal' ? announcedPrice(plan, before.licence.facts) : undefined;
  return series.reduce((draft, { reminder, kind, invoiceId }, index) => {
    return index === series.length - 1
      ? record(draft, {
          type: 'ReminderIssued',
          reminder,
          kind,
          invoiceId,
          announced: announcedBy(kind),
          because,
        })
      : record(draft, {
          type: 'ReminderSkipped',
          reminder,
          kind,
          invoiceId,
          because: 'a later one goes out today',
        });
  }, before);
}
