import { isDeepStrictEqual } from 'node:util';
import { outlookOf } from '../../../client/explaining/outlook.ts';
import { due, nextDueOn } from '../../../domain/agenda.ts';
import { evolve } from '../../../domain/evolve.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import { planOf } from '../../../plans/plan-of.ts';
import type { Rules } from './rule.ts';

/** The journal is whole, and the licence stands as it says. */
export const journalRules: Rules = {
  'events are numbered without a gap': ({ events }) =>
    events.flatMap(({ version }, index) =>
      version === index + 1 ? [] : [`event ${index + 1} is number ${version}`],
    ),
  'replaying the events gives the state': ({ events, stored }) => {
    const replayed = events.map(({ event }) => event).reduce<Licence | undefined>(evolve, undefined);
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    return isDeepStrictEqual(plain(replayed), plain(stored.licence)) ? [] : ['the state is another'];
  },
  'every event says why, and who or what made it': ({ events }) =>
    events.flatMap(({ event, version, cause }) => {
      const isFirst = event.type === 'LicenceRegistered' || event.date === events[0]?.event.date;
      const missing = [
        ...(event.because === '' ? ['its reason'] : []),
        ...(cause === undefined && !isFirst ? ['its cause'] : []),
      ];
      return missing.length === 0 ? [] : [`event ${version} ${event.type} lacks ${missing.join(' and ')}`];
    }),
  'days follow each other': ({ events }) =>
    events.flatMap(({ event, version }, index) => {
      const before = events[index - 1]?.event.date;
      return before !== undefined && event.date < before
        ? [`event ${version} is of ${event.date}, after one of ${before}`]
        : [];
    }),
  'nothing is left to do': ({ stored }, { today }) => {
    if (stored.parked !== undefined) return [];
    const left = due(planOf(stored.licence.facts.planId), stored.licence, today);
    return left.map(({ step, because }) => `${step} is still due: ${because}`);
  },
  'only a licence with a reason is parked': ({ stored }) =>
    stored.parked === undefined ? [] : [`parked on ${stored.parked.on}: ${stored.parked.reason}`],
  'whatever becomes due later is in the index': ({ stored }) => {
    if (stored.parked !== undefined || stored.outbox.length > 0) return [];
    const next = nextDueOn(planOf(stored.licence.facts.planId), stored.licence);
    return next === stored.dueOn
      ? []
      : [`due on ${String(next)}, and the index says ${String(stored.dueOn)}`];
  },
  'what will happen, and what will not, can be explained': ({ stored }, { today }) => {
    const { licence } = stored;
    const outlook = outlookOf(planOf(licence.facts.planId), licence, today);
    const unexplained = outlook.filter(({ because, on }) => because === '' || on <= today);
    const isOver = outlook.length === 0 && licence.standing.status === 'active';
    return [
      ...unexplained.map(({ on, because }) => `what happens on ${on} has the reason "${because}"`),
      ...(isOver ? ['the licence is active, and nothing is planned for it'] : []),
    ];
  },
};
