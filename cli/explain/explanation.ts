import type { CivilDate } from '../../domain/calendar.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Parked } from '../../client/deployment/deployment.ts';
import { mailStatus } from '../mails/mail-status.ts';
import { eventInWords } from '../licence/event-in-words.ts';
import type { OutlookEntry } from './outlook.ts';
import { remedyInWords } from './remedies.ts';
import type { RecordedEvent } from './recorded-events.ts';

/** Everything that explains a licence on a day. */
export interface Explanation {
  readonly plan: Plan;
  readonly licence: Licence;
  readonly on: CivilDate;
  /** Whether the operator named the day `on`: later events are omitted. */
  readonly isPast: boolean;
  readonly parked?: Parked | undefined;
  readonly events: readonly RecordedEvent[];
  readonly notes: readonly string[];
  readonly outlook: readonly OutlookEntry[];
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
    notes,
    outlook: outlook.map(({ events, unless, ...rest }) => ({
      ...rest,
      events: events.map((event) => ({ ...event, inWords: eventInWords(event) })),
      unless: unless.map((remedy) => ({ ...remedy, inWords: remedyInWords(remedy) })),
    })),
  };
}
