import type { Handler } from '../../../contracts/deployment/handlers.ts';
import { StatesError } from '../states/paths.ts';
import type { Sky } from './sky.ts';

/** In milliseconds. A step's task is repeated for a minute or two: then its batch, or its run, fails and parks nobody. */
const longest = 600_000;

/** How many functions an account may run at the same time: now and then there is no room for some minutes. */
export class Concurrency {
  readonly #sky: Sky;
  readonly #calls = new Map<string, number>();
  #fullUntil = 0;

  constructor(sky: Sky) {
    this.#sky = sky;
  }

  /** Lets a state machine call a function. @throws StatesError where Lambda turns the call away */
  admit(handler: Handler): void {
    const { world, weather } = this.#sky;
    const day = `${handler} on ${new Date(world.now).toISOString().slice(0, 10)}`;
    const call = (this.#calls.get(day) ?? 0) + 1;
    this.#calls.set(day, call);
    const id = `no room for ${day} (${call})`;
    if (this.#sky.happens('calls turned away', id, weather.callsTurnedAway))
      this.#fullUntil = world.now + world.random.of(`length of ${id}`).between(1_000, longest);
    if (world.now < this.#fullUntil)
      throw new StatesError('Lambda.TooManyRequestsException', 'Rate Exceeded.');
  }
}
