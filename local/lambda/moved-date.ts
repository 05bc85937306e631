/** `Date`, telling the time of another clock. @param now gives that time in milliseconds since 1970 */
export function dateAt(now: () => number): DateConstructor {
  const Plain = globalThis.Date;
  return new Proxy(Plain, {
    construct: (target, args: unknown[], newTarget) => {
      const made: unknown = Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget);
      if (made instanceof Plain) return made;
      throw new TypeError('Date made no date');
    },
    apply: (target) => new target(now()).toString(),
    get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

/**
 * Has `Date` of this thread tell the time of a clock that is ahead of the machine's: a Lambda function takes the time from
 * the machine that it runs on, and in an embedded cloud that is the cloud's.
 * @returns sets how many milliseconds the clock is ahead
 */
export function moveDate(): (ahead: number) => void {
  const Plain = globalThis.Date;
  const plainNow = Plain.now.bind(Plain);
  let ahead = 0;
  const now = (): number => plainNow() + ahead;
  const Moved = dateAt(now);
  Plain.now = now;
  Plain.prototype.constructor = Moved;
  globalThis.Date = Moved;
  return (milliseconds) => {
    ahead = milliseconds;
  };
}
