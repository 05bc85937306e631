import type { CivilDate } from '../../domain/calendar.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Parked } from '../../client/deployment/deployment.ts';
import { mailStatus } from '../mails/mail-status.ts';
import { eventInWords } from './event-in-words.ts';
import type { OutlookEntry } from './outlook.ts';
import { remedyInWords } from './remedies.ts';
import type { Chapter } from './recorded-events.ts';

/** Everything that explains a licence on a day. */
export interface Explanation {
  readonly plan: Plan;
  readonly licence: Licence;
  readonly on: CivilDate;
  /** Whether `on` is a day that was asked for: what came after it is left out. */
  readonly isPast: boolean;
  readonly parked?: Parked | undefined;
  readonly story: readonly Chapter[];
  readonly notes: readonly string[];
  readonly outlook: readonly OutlookEntry[];
}

/** For another program: the same facts, each with its words. */
export function asData({ plan, licence, on, parked, story, notes, outlook }: Explanation): object {
  const { licenceId, customerId } = licence.facts;
  return {
    licenceId,
    planId: plan.id,
    customerId,
    on,
    parked,
    story: story.map(({ event, mails, ...rest }) => ({
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
