import { setTimeout as pause } from 'node:timers/promises';
import type { Event } from '../../../domain/licence/events.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { Numbering, seriesFor } from './numbering.ts';
import type { NumberRegister } from './number-register.ts';

/** Longer than the transaction takes that writes the numbers; so long others wait for one who was cut off. */
const turnMilliseconds = 3_000;
/** After so long nobody waits any more: whoever numbers without a turn is only likelier to write in vain. */
const longestWaitMilliseconds = 20_000;
const shortestPauseMilliseconds = 30;
const pauseMilliseconds = 120;

/** Who asks for a turn, and its time in milliseconds since 1970. */
interface TurnTaking {
  readonly holder: string;
  readonly clock: () => number;
}

/** Numbers while it is the caller's turn. */
interface NumberingInTurn {
  readonly numbering: Numbering;
  /**
   * Ends the turns in which nothing was numbered: whoever joins a document that has a number needs none. Otherwise the
   * next would wait until they are over.
   */
  readonly giveBackUnused: () => Promise<void>;
}

/**
 * Numbers what these events issue when it is its turn in each series. Turns are taken in one order, so that no two wait
 * for each other.
 * @param clock the time in milliseconds since 1970
 */
export async function numberingInTurn(
  register: NumberRegister,
  changes: readonly { readonly plan: Plan; readonly events: readonly Event[] }[],
  clock: () => number,
): Promise<NumberingInTurn> {
  const numbering = new Numbering(register);
  const issuing = changes.flatMap(({ plan, events }) =>
    events.flatMap((event) => {
      const series = seriesFor(plan, event);
      return series === undefined ? [] : [{ series, holder: event.licenceId }];
    }),
  );
  const [{ holder } = { holder: '' }] = issuing;
  for (const series of [...new Set(issuing.map((each) => each.series))].toSorted())
    numbering.begin(series, await awaitTurn(register, series, { holder, clock }));
  const giveBackUnused = async () => {
    for (const { series, first } of numbering.unused())
      await register.giveBackTurn(series, { number: first, holder });
  };
  return { numbering, giveBackUnused };
}

/**
 * Waits until it is `holder`'s turn to number a series, and gives the next number. Batches that number one series at the same moment would all write
 * the same next entry of the register, and AWS bills the transactions that fail. The register alone keeps numbers right:
 * a turn that is lost, or ends too early, costs a failed transaction and nothing else.
 */
async function awaitTurn(
  register: NumberRegister,
  series: string,
  { holder, clock }: TurnTaking,
): Promise<number> {
  const waitsUntil = clock() + longestWaitMilliseconds;
  for (;;) {
    const { last, turn } = await register.stateOf(series);
    const [now, number] = [clock(), last + 1];
    if (now > waitsUntil) return number;
    const isAnothers =
      turn !== undefined && turn.number >= number && turn.holder !== holder && turn.until > now;
    const until = now + turnMilliseconds;
    if (!isAnothers && (await register.takeTurn(series, { number, holder, until }, now))) return number;
    await pause(shortestPauseMilliseconds + Math.random() * pauseMilliseconds);
  }
}
