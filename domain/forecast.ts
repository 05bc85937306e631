import { type CivilDate, laterOf } from './calendar.ts';
import { nextDueOn } from './agenda.ts';
import { goOn, type GoingOn } from './cover/going-on.ts';
import type { Event } from './licence/events.ts';
import { evolve } from './evolve.ts';
import type { Licence } from './licence/licence.ts';
import type { Plan } from './plan/plan.ts';
import { runDay } from './licence/run-pass.ts';

/**
 * What customers are taken to do: nothing; or to accept each quote for its first number of years, to ask for one where
 * they are reminded of the end and have none, and to pay all that is open on the day on which they get it. Nobody comes
 * back after a lapse.
 */
export const behaviours = ['nobody-acts', 'everybody-pays'] as const;
export type Behaviour = (typeof behaviours)[number];

/**
 * What the daily runs from `from` to `to` will do to a licence, and what its customer does then; none is missed. What
 * is overdue is done on `from`.
 */
export function forecast(
  plan: Plan,
  licence: Licence,
  from: CivilDate,
  to: CivilDate,
  behaviour: Behaviour,
): readonly Event[] {
  const expected: Event[] = [];
  let then = licence;
  const take = (events: readonly Event[]) => {
    expected.push(...events);
    then = events.reduce(evolve, then);
  };
  for (let day = firstDay(plan, licence, from, behaviour); day !== undefined && day <= to;) {
    const events = runDay(plan, then, day);
    take(events);
    if (behaviour === 'everybody-pays') take(customersDay(plan, then, events, day));
    const next = nextDueOn(plan, then);
    day = next === undefined ? undefined : laterOf(next, day);
  }
  return expected;
}

/** Whoever pays does so at once, also where no run has anything to do. */
function firstDay(
  plan: Plan,
  licence: Licence,
  from: CivilDate,
  behaviour: Behaviour,
): CivilDate | undefined {
  if (behaviour === 'everybody-pays' && commandOf(licence, [], from) !== undefined)
    return laterOf(from, licence.lastEventOn);
  const next = nextDueOn(plan, licence);
  return next === undefined ? undefined : laterOf(next, from);
}

/** All that a customer does on a day whose run has made `events`, until nothing is left or one is refused. */
function customersDay(
  plan: Plan,
  licence: Licence,
  events: readonly Event[],
  on: CivilDate,
): readonly Event[] {
  const command = commandOf(licence, events, on);
  if (command === undefined) return [];
  const decision = goOn(plan, licence, command);
  if (decision.outcome !== 'accepted') return [];
  return [...decision.events, ...customersDay(plan, decision.events.reduce(evolve, licence), [], on)];
}

function commandOf(
  { quote, invoices, standing }: Licence,
  events: readonly Event[],
  on: CivilDate,
): GoingOn | undefined {
  if (invoices.length > 0) return { on, activity: 'payment' };
  if (standing.status !== 'active' || standing.cancelledTo !== undefined) return undefined;
  const [option] = quote?.options ?? [];
  if (option !== undefined) return { on, activity: 'accept-quote', years: option.years };
  const isReminded = events.some((event) => event.type === 'ReminderIssued' && event.kind === 'expiry');
  return isReminded ? { on, activity: 'request-quote' } : undefined;
}
