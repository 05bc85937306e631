/** The clock of an embedded cloud: the system's, until it is set. Functions get the time from it. */
export class Clock {
  #set: number | undefined;

  /** Milliseconds since 1970. */
  now(): number {
    return this.#set ?? Date.now();
  }

  /**
   * Stops the clock at an instant, `2026-01-15T11:00:00Z`; undefined lets it follow the wall's clock again.
   * @throws RangeError when the text is no instant
   */
  set(instant: string | undefined): void {
    const time = instant === undefined ? undefined : Date.parse(instant);
    if (Number.isNaN(time)) {
      throw new RangeError(`${instant ?? ''} is no instant: expected one such as 2026-01-15T11:00:00Z`);
    }
    this.#set = time;
  }
}
