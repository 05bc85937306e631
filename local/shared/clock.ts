/** The clock of an embedded cloud: this machine's, until it is moved or set. All services and functions take the time from it. */
export class Clock {
  #stoppedAt: number | undefined;
  #ahead: number;

  /** @param ahead how many milliseconds it is ahead of the machine's clock */
  constructor(ahead = 0) {
    this.#ahead = ahead;
  }

  /** How many milliseconds it is ahead of the machine's clock; for a stopped one, how many it was when it was stopped. */
  get ahead(): number {
    return this.#ahead;
  }

  /** Whether it was moved or set; otherwise it is the clock of the machine. */
  get isMoved(): boolean {
    return this.#ahead !== 0;
  }

  /** Whether it is stopped at an instant. */
  get isStopped(): boolean {
    return this.#stoppedAt !== undefined;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#stoppedAt ?? this.passing();
  }

  /** The same, but it goes on where the clock is stopped: for whatever has a beginning and an end. */
  passing(): number {
    return Date.now() + this.#ahead;
  }

  /** Moves it ahead to an instant, from which it goes on; an instant in its past changes nothing. */
  advanceTo(milliseconds: number): void {
    if (milliseconds <= this.now()) return;
    this.#ahead = milliseconds - Date.now();
    if (this.#stoppedAt !== undefined) this.#stoppedAt = milliseconds;
  }

  /**
   * Stops the clock at an instant, `2026-01-15T11:00:00Z`; undefined lets it follow the machine's clock again.
   * @throws RangeError when the text is no instant
   */
  set(instant: string | undefined): void {
    const time = instant === undefined ? undefined : Date.parse(instant);
    if (Number.isNaN(time)) {
      throw new RangeError(`${instant ?? ''} is no instant: expected one such as 2026-01-15T11:00:00Z`);
    }
    if (time !== undefined && time === this.#stoppedAt) return;
    this.#stoppedAt = time;
    this.#ahead = time === undefined ? 0 : time - Date.now();
  }
}

/** Milliseconds since 1970 as an instant in UTC, `2026-01-15T11:00:00.000Z`. */
export function instantAt(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
