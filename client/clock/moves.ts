import type { CivilDate } from '../../domain/calendar.ts';
import type { EmbeddedClock, PassedDay } from './embedded-clock.ts';

/** A move of the clock that is under way or has ended. */
export interface Move {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The days that have passed so far, in order. */
  readonly passed: readonly PassedDay[];
  readonly ended: boolean;
  /** Why it ended early. */
  readonly problem?: string | undefined;
}

/** Moves of a clock, one at a time, that go on while nobody waits for them. */
export class Moves {
  #last: Move | undefined;

  /** The latest move; undefined where there was none. */
  get last(): Move | undefined {
    return this.#last;
  }

  /** Starts a move, unless one is under way; gives whether it did. */
  start(clock: EmbeddedClock, from: CivilDate, to: CivilDate): boolean {
    if (this.#last?.ended === false) return false;
    this.#last = { from, to, passed: [], ended: false };
    void this.#move(clock, this.#last);
    return true;
  }

  async #move(clock: EmbeddedClock, begun: Move): Promise<void> {
    let move = begun;
    try {
      for await (const day of clock.moveTo(begun.to)) {
        move = { ...move, passed: [...move.passed, day] };
        this.#last = move;
      }
      this.#last = { ...move, ended: true };
    } catch (error) {
      this.#last = { ...move, ended: true, problem: error instanceof Error ? error.message : String(error) };
    }
  }
}
