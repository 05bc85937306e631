import type { DueAction } from './agenda.ts';
import { due, firstPayBy } from './agenda.ts';
import type { CivilDate } from './calendar.ts';
import { type Chronicle, chronicle, tell } from './chronicle.ts';
import type { Event } from './events.ts';
import { type Licence, openOrder } from './licence.ts';
import { expireQuote, issueInvoice, issueQuote, voidOrder } from './offers.ts';
import type { Plan } from './plan.ts';
import { renewalInvoiceDay } from './pricing.ts';
import { pendingReminders, type PendingReminder, sameSeries } from './reminders.ts';
import { nextTerm, renewalMonths } from './terms.ts';

/** Does one action of `due(plan, licence, today)`: the events that it makes, dated `today`. */
export function perform(plan: Plan, licence: Licence, action: DueAction, today: CivilDate): readonly Event[] {
  return performed(plan, chronicle(licence, today), action).events;
}

/** All that a run of `today` does to a licence: the first thing due, then again, until nothing is. */
export function runDay(plan: Plan, licence: Licence, today: CivilDate): Chronicle {
  let so = chronicle(licence, today);
  for (;;) {
    const [first] = due(plan, so.licence, today);
    if (first === undefined) return so;
    so = performed(plan, so, first);
  }
}

function performed(plan: Plan, so: Chronicle, action: DueAction): Chronicle {
  switch (action.step) {
    case 'expire':
      return action.what === 'quote' ? expireOpenQuote(so) : voidOpenOrder(so);
    case 'lapse':
      return lapse(so, action.because);
    case 'auto-renew':
      return renew(plan, so, action.because);
    case 'issue-invoice':
      return issueInvoice(plan, so, action.charge, action.because);
    case 'quote':
      return issueQuote(plan, so, true, action.because);
    case 'remind':
      return remind(plan, so, action.reminder, action.because);
  }
}

function expireOpenQuote(so: Chronicle): Chronicle {
  return so.licence.quote === undefined ? so : expireQuote(so, so.licence.quote);
}

function voidOpenOrder(so: Chronicle): Chronicle {
  const order = openOrder(so.licence);
  return order === undefined ? so : voidOrder(so, order);
}

/** Ends the maintenance; the licence itself keeps working (plans.md, Lapse). */
function lapse(before: Chronicle, because: string): Chronicle {
  const unpaid = firstPayBy(before.licence);
  const wasCancelled =
    before.licence.standing.status === 'active' && before.licence.standing.cancelledTo !== undefined;
  const otherwise = wasCancelled ? 'cancelled' : 'not-renewed';
  const reason = unpaid !== undefined && unpaid < before.on ? 'unpaid' : otherwise;
  const voided = before.licence.invoices.reduce(
    (so, { invoiceId }) => tell(so, { type: 'InvoiceVoided', invoiceId, because: 'maintenance lapses' }),
    before,
  );
  return tell(voided, { type: 'MaintenanceLapsed', reason, because });
}

function renew(plan: Plan, so: Chronicle, because: string): Chronicle {
  if (so.licence.standing.status !== 'active') return so;
  const term = nextTerm(plan, so.licence.standing.term, renewalMonths(plan));
  const { starts, ends, number } = term;
  const invoiceOn = renewalInvoiceDay(plan, term);
  const charge = { kind: 'renewal' as const, termNumber: number, from: starts, to: ends, invoiceOn };
  return tell(so, { type: 'TermStarted', starts, ends, basis: 'renewal', term, charge, because });
}

/** Of the reminders of a series that are due together the latest goes out; the others are skipped. */
function remind(plan: Plan, before: Chronicle, one: PendingReminder, because: string): Chronicle {
  const series = pendingReminders(plan, before.licence)
    .filter((other) => other.on <= before.on && sameSeries(one, other))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return series.reduce((so, { reminder, kind, invoiceId }, index) => {
    const isLatest = index === series.length - 1;
    return isLatest
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
