import { addDays, type CivilDate } from '../../../domain/calendar.ts';
import type { Event, EventOf } from '../../../domain/licence/events.ts';
import { lapses } from './lapse.ts';
import { repeated, type Rules } from './rule.ts';

const journalOf = (events: readonly { readonly event: Event }[]) => events.map(({ event }) => event);

/** Terms, their ends and their reminders. */
export const coverRules: Rules = {
  'terms tile, or lapse and resume with a reason': ({ events }) => tiling(journalOf(events)),
  'nobody is charged after a timely notice': ({ events }) => afterNotice(journalOf(events)),
  'nothing lapses that was paid in time': ({ events }) => lapses(journalOf(events)),
  'a reminder goes out once a term or invoice': ({ events }) => {
    let term = '';
    let reopened = 0;
    let corrected = 0;
    const reminders = journalOf(events).flatMap((event) => {
      // Of an invoice that is open again the final notice goes out again.
      if (event.type === 'InvoiceReopened') reopened += 1;
      // A term that starts anew, as its facts were mistyped, has its own reminders.
      if (event.type === 'LicenceCorrected' && event.restartsTerm) corrected += 1;
      if (event.type === 'TermStarted') term = `${event.starts} (${corrected})`;
      if (event.type !== 'ReminderIssued' && event.type !== 'ReminderSkipped') return [];
      return [
        `${event.reminder} of ${event.invoiceId === undefined ? `the term from ${term}` : `${event.invoiceId} (${reopened})`}`,
      ];
    });
    return repeated(reminders).map((reminder) => `${reminder} came more than once`);
  },
};

function tiling(events: readonly Event[]): readonly string[] {
  const found: string[] = [];
  let ends: CivilDate | undefined;
  let lapsed: CivilDate | undefined;
  for (const event of events) {
    if (event.type === 'MaintenanceLapsed') lapsed = event.date;
    if (event.type === 'LapseReversed') lapsed = undefined;
    if (event.type === 'LicenceCorrected' && event.restartsTerm) [ends, lapsed] = [undefined, undefined];
    if (event.type !== 'TermStarted') continue;
    if (event.ends < event.starts) found.push(`a term ends on ${event.ends} before it starts`);
    if (ends !== undefined && lapsed === undefined && event.starts !== addDays(ends, 1))
      found.push(`a term starts on ${event.starts} after one that ends on ${ends}`);
    if (lapsed !== undefined && event.basis !== 'reinstatement')
      found.push(`after the lapse of ${lapsed} a term starts on ${event.starts} by ${event.basis}`);
    ends = event.ends;
    lapsed = undefined;
  }
  return found;
}

/** After the day on which a cancelled renewal ends, no term starts and none is charged, unless the customer pays an order for it. */
function afterNotice(events: readonly Event[]): readonly string[] {
  const orders = new Set<string>();
  let endsOn: CivilDate | undefined;
  let isAnew = false;
  const found: string[] = [];
  for (const event of events) {
    if (event.type === 'RenewalCancelled') ({ endsOn } = event);
    if (event.type === 'InvoiceIssued' && isOrderForTerm(event)) orders.add(event.invoiceId);
    if (event.type === 'RenewalResumed' || event.type === 'MaintenanceReinstated') endsOn = undefined;
    // An order starts its term once: open again, it is a bill like others.
    if (event.type === 'InvoicePaid' && orders.delete(event.invoiceId)) endsOn = undefined;
    if (endsOn === undefined) continue;
    // After a correction the notice is for the end of the term that starts anew.
    if (event.type === 'LicenceCorrected') isAnew = event.restartsTerm;
    if (event.type === 'TermStarted' && isAnew) {
      [endsOn, isAnew] = [event.ends, false];
      continue;
    }
    if (event.type === 'TermStarted' && event.starts > endsOn)
      found.push(`a term starts on ${event.starts}, and renewal was cancelled to ${endsOn}`);
    if (event.type !== 'InvoiceIssued' || !('charge' in event.purpose)) continue;
    const { from } = event.purpose.charge;
    if (from > endsOn) found.push(`the term from ${from} is charged, and renewal was cancelled to ${endsOn}`);
  }
  return found;
}

function isOrderForTerm({ purpose, fulfilled }: EventOf<'InvoiceIssued'>): boolean {
  return purpose.order && purpose.kind !== 'expansion' && fulfilled === undefined;
}
