import { type DueAction, firstPayBy } from '../agenda.ts';
import type { CivilDate } from '../calendar.ts';
import { type Chronicle, chronicle, tell } from './journal-draft.ts';
import type { Event } from './events.ts';
import { activeStanding, type Licence } from './licence.ts';
import { issueInvoice, issueQuote } from '../billing/offers.ts';
import type { Plan } from '../plan/plan.ts';
import { pendingReminders, type PendingReminder, sameSeries } from '../cover/reminders.ts';
import { inUse } from '../billing/pricing.ts';
import { settle } from '../billing/settle.ts';
import { renewalTerm } from '../cover/terms.ts';

/** Does one action of `due(plan, licence, today)`: the events that it makes, dated `today`. */
export function perform(plan: Plan, licence: Licence, action: DueAction, today: CivilDate): readonly Event[] {
  return performed(plan, chronicle(licence, today), action).events;
}

function performed(plan: Plan, so: Chronicle, action: DueAction): Chronicle {
  const { because } = action;
  switch (action.step) {
    case 'expire':
      return action.what === 'quote'
        ? tell(so, { type: 'QuoteExpired', quoteId: action.quoteId, because })
        : voidOrder(plan, so, action.invoiceId, because);
    case 'lapse':
      return lapse(so, because);
    case 'auto-renew':
      return renew(plan, so, because);
    case 'issue-invoice':
      return issueInvoice(plan, so, action.charge, because);
    case 'quote':
      return issueQuote(plan, so, true, because);
    case 'remind':
      return remind(plan, so, action.reminder, because);
  }
}

/** What credit had to leave to an older order now pays the invoices behind it. */
function voidOrder(plan: Plan, so: Chronicle, invoiceId: string, because: string): Chronicle {
  return settle(plan, tell(so, { type: 'InvoiceVoided', invoiceId, because }));
}

/** Ends the maintenance; the licence itself keeps working (plans.md, Lapse). */
function lapse(before: Chronicle, because: string): Chronicle {
  const unpaid = firstPayBy(before.licence);
  const otherwise = activeStanding(before.licence).cancelledTo === undefined ? 'not-renewed' : 'cancelled';
  const reason = unpaid !== undefined && unpaid < before.on ? 'unpaid' : otherwise;
  const voided = before.licence.invoices.reduce(
    (so, { invoiceId }) => tell(so, { type: 'InvoiceVoided', invoiceId, because: 'maintenance lapses' }),
    before,
  );
  return tell(voided, { type: 'MaintenanceLapsed', reason, because });
}

function renew(plan: Plan, so: Chronicle, because: string): Chronicle {
  const { term, charge } = renewalTerm(plan, activeStanding(so.licence).term);
  const { starts, ends } = term;
  const list = inUse(plan, so.licence.facts);
  return tell(so, {
    type: 'TermStarted',
    starts,
    ends,
    basis: 'renewal',
    term,
    charge: { ...charge, list },
    because,
  });
}

/** Of the reminders of a series that are due together the latest goes out; the others are skipped. */
function remind(plan: Plan, before: Chronicle, one: PendingReminder, because: string): Chronicle {
  const series = pendingReminders(plan, before.licence)
    .filter((other) => other.on <= before.on && sameSeries(one, other))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return series.reduce((so, { reminder, kind, invoiceId }, index) => {
    return index === series.length - 1
      ? tell(so, { type: 'ReminderIssued', reminder, kind, invoiceId, because })
      : tell(so, {
          type: 'ReminderSkipped',
          reminder,
          kind,
          invoiceId,
          because: 'a later one goes out today',
        });
  }, before);
}
