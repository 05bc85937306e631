import { isDeepStrictEqual } from 'node:util';
import { counterSeries } from './numbers.ts';
import { due } from '../../../domain/agenda.ts';
import { addDays, type CivilDate } from '../../../domain/calendar.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { evolve } from '../../../domain/evolve.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import { mailKindOf } from '../../../mail/kinds/index.ts';
import { planOf } from '../../../plans/plan-of.ts';
import type { Deployment } from '../world/deployment.ts';
import { historiesOf, type LicenceHistory } from './history.ts';

/** What must hold of every licence whatever the weather was. Each rule says in words what it found broken. */
const rules: Readonly<Record<string, (history: LicenceHistory, today: CivilDate) => readonly string[]>> = {
  'events are numbered without a gap': ({ events }) =>
    events.flatMap(({ version }, index) =>
      version === index + 1 ? [] : [`event ${index + 1} is number ${version}`],
    ),
  'replaying the events gives the state': ({ events, stored }) => {
    const replayed = events.map(({ event }) => event).reduce<Licence | undefined>(evolve, undefined);
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    return isDeepStrictEqual(plain(replayed), plain(stored.licence)) ? [] : ['the state is another'];
  },
  'terms tile': ({ events }) => tiling(events.map(({ event }) => event)),
  'money is conserved': ({ events, stored }) =>
    conserved(
      events.map(({ event }) => event),
      stored.licence,
    ),
  'a charge is invoiced once': ({ events }) => {
    const terms = events.flatMap(({ event }) =>
      event.type === 'InvoiceIssued' && !event.purpose.order && 'charge' in event.purpose
        ? [`${event.purpose.kind} of the term from ${event.purpose.charge.from}`]
        : [],
    );
    return repeated(terms).map((term) => `the charge ${term} was invoiced more than once`);
  },
  'a reminder goes out once a term or invoice': ({ events }) => {
    let term = '';
    const reminders = events.flatMap(({ event }) => {
      if (event.type === 'TermStarted') term = event.starts;
      if (event.type !== 'ReminderIssued' && event.type !== 'ReminderSkipped') return [];
      return [`${event.reminder} of ${event.invoiceId ?? `the term from ${term}`}`];
    });
    return repeated(reminders).map((reminder) => `${reminder} came more than once`);
  },
  'a payment is recorded once': ({ events }) => {
    const ids = events.flatMap(({ event }) =>
      event.type === 'PaymentRecorded' && event.paymentId !== undefined ? [event.paymentId] : [],
    );
    return repeated(ids).map((id) => `payment ${id} was recorded more than once`);
  },
  'every mail that is called for is settled': ({ events, mails, stored }) => {
    const journal = events.map(({ event }) => event);
    const called = events.filter(
      ({ event }, index) => mailKindOf(event, journal.slice(index + 1)) !== undefined,
    );
    const missing = called.filter(({ version }) => !mails.some((mail) => mail.version === version));
    const open = mails.filter(
      ({ status }) => status === 'pending' || status === 'sending' || status === 'unknown',
    );
    return [
      ...missing.map(({ version, event }) => `event ${version} ${event.type} has no mail`),
      ...(stored.parked === undefined ? open.map(({ mailId, status }) => `mail ${mailId} is ${status}`) : []),
    ];
  },
  'a sent mail was accepted by SES': ({ mails, accepted }) =>
    mails
      .filter(({ mailId, status }) => status === 'sent' && !accepted.has(mailId))
      .map(({ mailId }) => `mail ${mailId} counts as sent and SES never had it`),
  'a mail is sent once, or again for a reason that the journal has': ({ mails, events, accepted }) =>
    mails.flatMap(({ mailId }) => {
      const times = accepted.get(mailId)?.length ?? 0;
      const reasons = events.filter(
        ({ event }) => event.type === 'MailSentAgain' && event.mailId === mailId,
      ).length;
      return times > 1 + reasons ? [`mail ${mailId} went out ${times} times, for ${reasons} reasons`] : [];
    }),
  'an attempt is sent once': ({ mails, accepted }) =>
    mails.flatMap(({ mailId }) => {
      const attempts = (accepted.get(mailId) ?? []).map(({ tags }) => tags['attempt'] ?? '');
      return repeated(attempts).map(
        (attempt) => `attempt ${attempt} of mail ${mailId} was sent more than once`,
      );
    }),
  'nobody is charged after a timely notice': ({ events }) => afterNotice(events.map(({ event }) => event)),
  'nothing is left to do': ({ stored }, today) => {
    if (stored.parked !== undefined) return [];
    const left = due(planOf(stored.licence.facts.planId), stored.licence, today);
    return left.map(({ step, because }) => `${step} is still due: ${because}`);
  },
  'only a licence with a reason is parked': ({ stored }) =>
    stored.parked === undefined ? [] : [`parked on ${stored.parked.on}: ${stored.parked.reason}`],
};

/** Everything that does not hold, each with the licence and the rule. */
export function violations(deployment: Deployment, today: CivilDate): readonly string[] {
  const ofLicences = historiesOf(deployment).flatMap((history) =>
    Object.entries(rules).flatMap(([rule, check]) =>
      check(history, today).map((found) => `${history.licenceId}: ${rule}: ${found}`),
    ),
  );
  return [...ofLicences, ...counterSeries(deployment)];
}

function tiling(events: readonly Event[]): readonly string[] {
  const found: string[] = [];
  let ends: CivilDate | undefined;
  let isLapsed = false;
  for (const event of events) {
    if (event.type === 'MaintenanceLapsed') isLapsed = true;
    if (event.type !== 'TermStarted') continue;
    if (event.ends < event.starts) found.push(`a term ends on ${event.ends} before it starts`);
    if (ends !== undefined && !isLapsed && event.starts !== addDays(ends, 1)) {
      found.push(`a term starts on ${event.starts} after one that ends on ${ends}`);
    }
    ends = event.ends;
    isLapsed = false;
  }
  return found;
}

function conserved(events: readonly Event[], licence: Licence): readonly string[] {
  const sum = (type: string, amountOf: (event: Event) => number) =>
    events.filter((event) => event.type === type).reduce((total, event) => total + amountOf(event), 0);
  const paid = sum('PaymentRecorded', (event) =>
    event.type === 'PaymentRecorded' ? event.amount.amount : 0,
  );
  const used = sum('InvoicePaid', (event) => (event.type === 'InvoicePaid' ? event.total.amount : 0));
  const { amount } = licence.credit;
  return paid - used === amount
    ? []
    : [`${paid} came in, ${used} paid invoices, and the credit is ${amount}`];
}

/** After the day on which a cancelled renewal ends, no term starts by itself. */
function afterNotice(events: readonly Event[]): readonly string[] {
  let endsOn: CivilDate | undefined;
  const found: string[] = [];
  for (const event of events) {
    if (event.type === 'RenewalCancelled') endsOn = event.endsOn;
    if (
      event.type === 'RenewalResumed' ||
      event.type === 'InvoicePaid' ||
      event.type === 'MaintenanceReinstated'
    ) {
      endsOn = undefined;
    }
    if (event.type === 'TermStarted' && endsOn !== undefined && event.starts > endsOn) {
      found.push(`a term starts on ${event.starts}, and renewal was cancelled to ${endsOn}`);
    }
  }
  return found;
}

function repeated(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
