import { mailStatuses } from '../../../contracts/delivery/mail.ts';
import { mailWaits, saysParked } from '../../../contracts/workflow/outcome-words.ts';
import { whyMailsWait } from '../../../contracts/workflow/trouble.ts';
import type { Break } from './break-of.ts';
import { allStates, type State, type Workflow } from './workflow.ts';

/** What a run did to a licence, step by step, as its batch puts it out. */
export interface Trip {
  readonly licenceId: string;
  readonly did: readonly string[];
  readonly because: string;
  /** Whether its function died, so that the licence was done alone and parked. */
  readonly isAlone: boolean;
}

/** How many licences took a way or went through a state. */
export interface Count {
  readonly licences: number;
  /** Those of them that failed there. */
  readonly failed: number;
  /** Why the run itself broke off there. */
  readonly broke?: string | undefined;
  /** That mails wait, and why, where the run fails for that. */
  readonly waits?: string | undefined;
}

/** The licences on each state and each way of a workflow. What is not in a map was not reached. */
export interface Traffic {
  readonly states: ReadonlyMap<string, Count>;
  /** By `wayKey`. */
  readonly ways: ReadonlyMap<string, Count>;
}

export function wayKey(from: string, to: string): string {
  return `${from} → ${to}`;
}

const mailStep = 'deliver-mail';

/** The steps that did something to a licence. */
export function stepsOf({ did }: Trip): ReadonlySet<string> {
  return new Set(did.flatMap((entry) => stepIn(entry) ?? []));
}

function stepIn(entry: string): string | undefined {
  const [name = ''] = entry.split(':');
  const isMail = entry === mailWaits || mailStatuses.some((status) => status === name);
  return isMail ? mailStep : entry.includes(':') ? name : undefined;
}

/** The step that failed on a licence; undefined for a licence that did not fail. */
export function failedStepOf({ did }: Pick<Trip, 'did'>): string | undefined {
  return did.findLast(saysParked)?.split(':')[0];
}

function hasFailed(trip: Trip): boolean {
  return trip.isAlone || failedStepOf(trip) !== undefined;
}

/** The way of a run itself: all of its licences went through the states that it entered, one after the other. */
export function trafficOfRun(
  entered: readonly string[],
  {
    licences,
    failed,
    trouble,
    broke,
  }: {
    readonly licences: number;
    readonly failed: number;
    /** Why the account could not send mail. */
    readonly trouble?: string | undefined;
    readonly broke?: Break | undefined;
  },
  workflow: Workflow,
): Traffic {
  const states = new Map<string, Count>();
  const ways = new Map<string, Count>();
  entered.forEach((state, index) => {
    const isFailure = typeOf(workflow, state) === 'Fail';
    const count = { licences: isFailure ? failed : licences, failed: isFailure ? failed : 0 };
    states.set(state, {
      ...count,
      ...(broke?.state === state && { broke: broke.reason }),
      ...(isFailure && trouble !== undefined && { waits: whyMailsWait(trouble) }),
    });
    const before = entered[index - 1];
    if (before !== undefined) ways.set(wayKey(before, state), count);
  });
  return { states, ways };
}

function typeOf(workflow: Workflow, name: string): string | undefined {
  return workflow.states.find((state) => state.name === name)?.type;
}

/**
 * The ways of the licences through what is done to each batch: `inner` chooses the next step by its name.
 * @param left how many licences were in batches that put nothing out, since they could not go on
 */
export function trafficOfBatches(inner: Workflow, trips: readonly Trip[], left: number): Traffic {
  const states = new Map<string, Count>();
  const ways = new Map<string, Count>();
  const addState = (name: string, of: readonly Trip[], failed: readonly Trip[]): void => {
    if (of.length > 0) states.set(name, { licences: of.length, failed: failed.length });
  };
  const addWay = (from: string, to: string, of: readonly Trip[]): void => {
    if (of.length > 0) ways.set(wayKey(from, to), { licences: of.length, failed: 0 });
  };
  const failedAt = (step: string | undefined) =>
    step === undefined ? [] : trips.filter((trip) => failedStepOf(trip) === step);
  const end = inner.states.find(({ type }) => type === 'Fail');
  if (end !== undefined && left > 0) states.set(end.name, { licences: left, failed: left });
  const hub = hubOf(inner);
  const first = hub?.ways.find(({ to }) => to === inner.start)?.value;
  addState(inner.start, trips, failedAt(first));
  const alone = trips.filter(({ isAlone }) => isAlone);
  const rescue = allStates(inner).find(({ inner: own }) => own !== undefined);
  if (rescue !== undefined) addState(rescue.name, alone, alone);
  if (hub === undefined) return { states, ways };
  const assessed = trips.filter((trip) => failedStepOf(trip) !== first || stepsOf(trip).size > 1);
  addState(hub.name, assessed, []);
  addWay(inner.start, hub.name, assessed);
  for (const { to, kind, value } of hub.ways) {
    const isThrough = (trip: Trip) =>
      kind === 'default'
        ? !hasFailed(trip)
        : to === inner.start
          ? !hasFailed(trip) && stepsOf(trip).size > 0
          : value !== undefined && stepsOf(trip).has(value);
    const through = trips.filter(isThrough);
    addWay(hub.name, to, through);
    if (to === inner.start) continue;
    addState(to, through, failedAt(value));
    const back = inner.states.find(({ name }) => name === to)?.ways.some((way) => way.to === hub.name);
    if (back === true) addWay(to, hub.name, through);
  }
  return { states, ways };
}

/** The state that chooses the next step. */
export function hubOf({ states }: Workflow): State | undefined {
  return states.find(({ type, ways }) => type === 'Choice' && ways.some(({ value }) => value !== undefined));
}

/** The step that a state of a batch stands for, by the choice that leads to it. */
export function stepBefore(inner: Workflow, state: string): string | undefined {
  return hubOf(inner)?.ways.find(({ to }) => to === state)?.value;
}

/** The state that a step of a batch is done in. */
export function stateOfStep(inner: Workflow, step: string): string | undefined {
  return hubOf(inner)?.ways.find(({ value }) => value === step)?.to;
}
