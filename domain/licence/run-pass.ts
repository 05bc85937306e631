import { due, type DueAction } from '../agenda.ts';
import type { CivilDate } from '../calendar.ts';
import { evolve } from '../evolve.ts';
import type { Plan } from '../plan/plan.ts';
import type { Event } from './events.ts';
import type { Licence } from './licence.ts';
import { perform } from './perform.ts';

/** The steps of a run, in the order in which each pass takes them (docs/rules.md §2.3). */
export const runSteps = [
  'expire',
  'lapse',
  'auto-renew',
  'issue-invoice',
  'quote',
  'remind',
] as const satisfies readonly DueAction['step'][];

export type RunStep = (typeof runSteps)[number];

/** What one step of a pass does to a licence, and why. */
export interface StepDone {
  readonly events: readonly Event[];
  /** The reason of each action, in order. */
  readonly because: readonly string[];
}

/**
 * Does what is due to a licence at one step of a pass, one action after the other; no events where nothing is due.
 * @param most of actions; the others stay due
 * @throws where an action stays due after it was done: a run would never end
 */
export function performStep(
  plan: Plan,
  licence: Licence,
  step: RunStep,
  today: CivilDate,
  most = Infinity,
): StepDone {
  const events: Event[] = [];
  const because: string[] = [];
  let current = licence;
  let last: DueAction | undefined;
  while (because.length < most) {
    const action = due(plan, current, today).find((each) => each.step === step);
    if (action === undefined) break;
    if (last !== undefined && isSame(action, last)) {
      throw new Error(`${step} is still due after it was done: ${action.because}`);
    }
    const done = perform(plan, current, action, today);
    events.push(...done);
    because.push(action.because);
    current = done.reduce(evolve, current);
    last = action;
  }
  return { events, because };
}

function isSame(a: DueAction, b: DueAction): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The steps of the next pass that have something to do, in their order; none where nothing is due. */
export function stepsOfPass(plan: Plan, licence: Licence, today: CivilDate): readonly RunStep[] {
  let current = licence;
  return runSteps.filter((step) => {
    const { events } = performStep(plan, current, step, today);
    current = events.reduce(evolve, current);
    return events.length > 0;
  });
}

/** All that a run of `today` does to a licence: passes over the steps until nothing is due. */
export function runDay(plan: Plan, licence: Licence, today: CivilDate): readonly Event[] {
  const events: Event[] = [];
  let current = licence;
  for (let before = -1; events.length > before;) {
    before = events.length;
    for (const step of runSteps) {
      const done = performStep(plan, current, step, today).events;
      events.push(...done);
      current = done.reduce(evolve, current);
    }
  }
  return events;
}
