import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planOf } from '../../plans/plan-of.ts';
import type { LicenceHistory, Parked } from '../deployment/deployment.ts';
import { Refusal } from '../operator/errors.ts';
import { mailStatus } from '../words/mail-status.ts';
import { eventInWords } from '../words/event-in-words.ts';
import { licenceAsOf } from './licence-as-of.ts';
import { type OutlookEntry, outlookOf } from './outlook.ts';
import { type RecordedEvent, recordedEventsOf } from './recorded-events.ts';
import { remedyInWords } from './remedies.ts';
import { type StandingNote, standingNotes } from './standing-notes.ts';

/** Everything that explains a licence on a day. */
export interface Explanation {
  readonly plan: Plan;
  readonly licence: Licence;
  readonly on: CivilDate;
  /** Whether the operator named the day `on`: later events are omitted. */
  readonly isPast: boolean;
  readonly parked?: Parked | undefined;
  readonly events: readonly RecordedEvent[];
  readonly notes: readonly StandingNote[];
  readonly outlook: readonly OutlookEntry[];
}

/**
 * What happened to a licence and why, and what will happen, as of now or the end of the day `named`.
 * @param now a UTC instant
 * @throws Refusal for a day in the future, or before the licence entered the book
 */
export function explanationOf(
  licenceId: string,
  history: LicenceHistory,
  now: string,
  named: CivilDate | undefined,
): Explanation {
  const journal = history.events.map(({ event }) => event);
  const licence = licenceAsOf(journal, licenceId, named);
  const plan = planOf(licence.facts.planId);
  const today = dayIn(plan.timeZone, now);
  const on = named ?? today;
  if (on > today) throw new Refusal(`${on} is in the future. The outlook says what will happen.`);
  const { parked } = history;
  return {
    plan,
    licence,
    on,
    isPast: named !== undefined,
    parked: parked !== undefined && parked.on <= on ? parked : undefined,
    events: recordedEventsOf(history, named),
    notes: standingNotes(plan, licence),
    outlook: outlookOf(plan, licence, on),
  };
}

/** The explanation for another program, with the words of each event. */
export function asData({ plan, licence, on, parked, events: recorded, notes, outlook }: Explanation): object {
  const { licenceId, customerId } = licence.facts;
  return {
    licenceId,
    planId: plan.id,
    customerId,
    on,
    parked,
    events: recorded.map(({ event, mails, ...rest }) => ({
      ...event,
      inWords: eventInWords(event),
      ...rest,
      mails: mails.map((mail) => ({ ...mail, inWords: mailStatus(mail) })),
    })),
    notes: notes.map(({ text }) => text),
    outlook: outlook.map(({ events, unless, ...rest }) => ({
      ...rest,
      events: events.map((event) => ({ ...event, inWords: eventInWords(event) })),
      unless: unless.map((remedy) => ({ ...remedy, inWords: remedyInWords(remedy) })),
    })),
  };
}
