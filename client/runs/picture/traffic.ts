import { mailStatuses } from '../../../contracts/delivery/mail.ts';
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
  /** Those of them that failed. */
  readonly failed: number;
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

/** What ends a trip whose licence is parked. */
const parked = 'parked';
const mailStep = 'deliver-mail';
const mailWaits = 'mail waits for the next run';

/** The steps that did something to a licence. */
export function stepsOf({ did }: Trip): ReadonlySet<string> {
  return new Set(did.flatMap((entry) => stepIn(entry) ?? []));
}

function stepIn(entry: string): string | undefined {
  const [name = ''] = entry.split(':');
  const isMail = entry === mailWaits || mailStatuses.some((status) => status === name);
  return isMail ? mailStep : entry.includes(':') ? name : undefined;
}

function hasFailed({ did, isAlone }: Trip): boolean {
  return isAlone || did.includes(parked);
}

/** The way of a run itself: all of its licences went through the states that it entered, one after the other. */
export function trafficOfRun(
  entered: readonly string[],
  licences: number,
  failed: number,
  workflow: Workflow,
): Traffic {
  const states = new Map<string, Count>();
  const ways = new Map<string, Count>();
  entered.forEach((state, index) => {
    const isFailure = typeOf(workflow, state) === 'Fail';
    const count = { licences: isFailure ? failed : licences, failed: isFailure ? failed : 0 };
    states.set(state, count);
    const before = entered[index - 1];
    if (before !== undefined) ways.set(wayKey(before, state), count);
  });
  return { states, ways };
}

function typeOf(workflow: Workflow, name: string): string | undefined {
  return workflow.states.find((state) => state.name === name)?.type;
}

/** The ways of the licences through what is done to each batch: `inner` chooses the next step by its name. */
export function trafficOfBatches(inner: Workflow, trips: readonly Trip[]): Traffic {
  const states = new Map<string, Count>();
  const ways = new Map<string, Count>();
  const add = (from: string, to: string, of: readonly Trip[]): void => {
    const count = countOf(of);
    ways.set(wayKey(from, to), count);
    if (to !== inner.start) states.set(to, count);
  };
  states.set(inner.start, countOf(trips));
  const together = trips.filter(({ isAlone }) => !isAlone);
  const hub = hubOf(inner);
  if (hub === undefined) return { states, ways };
  add(inner.start, hub.name, together);
  for (const { to, kind, value } of hub.ways) {
    const through =
      kind === 'default'
        ? together.filter((trip) => !hasFailed(trip))
        : to === inner.start
          ? together.filter((trip) => stepsOf(trip).size > 0)
          : together.filter((trip) => value !== undefined && stepsOf(trip).has(value));
    add(hub.name, to, through);
    const back = inner.states.find(({ name }) => name === to)?.ways.find((way) => way.to === hub.name);
    if (back !== undefined && to !== inner.start) ways.set(wayKey(to, hub.name), countOf(through));
  }
  const alone = trips.filter(({ isAlone }) => isAlone);
  const rescue = allStates(inner).find(({ inner: own }) => own !== undefined);
  if (rescue !== undefined) states.set(rescue.name, countOf(alone));
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

function countOf(trips: readonly Trip[]): Count {
  return { licences: trips.length, failed: trips.filter(hasFailed).length };
}
