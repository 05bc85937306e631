import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the caller's turn. */
export type Pace = () => Promise<void>;

/** Lets callers go on at `perSecond` a second, in the order in which they came; the first at once. */
export function paceOf(perSecond: number): Pace {
  let free = Promise.resolve();
  return () => {
    const turn = free;
    free = turn.then(() => pause(1000 / perSecond));
    return turn;
  };
}
