import { chanceOf, type Frequency, frequencyOf, type Kind, kinds } from './kinds.ts';
import { Random } from './random.ts';

/** A seed, what goes wrong in it, and how often it did. */
export interface WeatherReport {
  readonly seed: number;
  readonly kinds: readonly {
    readonly kind: Kind;
    readonly frequency: Frequency;
    readonly times: number;
  }[];
  /** How often each operation met what, such as `dynamodb:PutItem throttled`. */
  readonly requests: Readonly<Record<string, number>>;
}

/**
 * What goes wrong between an application and its services. It depends on the seed and on the name of each request, mail or
 * firing alone: what else happens, and when, does not change it.
 */
export class Weather {
  readonly seed: number;
  readonly #random: Random;
  readonly #times = new Map<Kind, number>();
  readonly #requests = new Map<string, number>();
  #isOver = false;

  constructor(seed: number) {
    this.seed = seed;
    this.#random = new Random(seed);
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.#isOver = true;
  }

  /** Whether something goes wrong with what has this name; it is counted if so. */
  happens(kind: Kind, name: string): boolean {
    if (this.#isOver || !this.#random.of(`${kind}: ${name}`).is(this.#chance(kind))) return false;
    this.#count(kind);
    return true;
  }

  /** The first of `possible` that goes wrong with a request, if any; `operation` is what it is counted under. */
  faultOf<Possible extends Kind>(
    possible: readonly Possible[],
    operation: string,
    name: string,
  ): Possible | undefined {
    if (this.#isOver) return undefined;
    let lot = this.#random.of(name).next();
    for (const kind of possible) {
      lot -= this.#chance(kind);
      if (lot >= 0) continue;
      this.#count(kind);
      const met = `${operation} ${kind}`;
      this.#requests.set(met, (this.#requests.get(met) ?? 0) + 1);
      return kind;
    }
    return undefined;
  }

  /** Chance by the seed and a name, for what goes wrong in more than one way. */
  of(name: string): Random {
    return this.#random.of(name);
  }

  report(): WeatherReport {
    return {
      seed: this.seed,
      kinds: kinds.map((kind) => ({
        kind,
        frequency: frequencyOf(kind, this.#random),
        times: this.#times.get(kind) ?? 0,
      })),
      requests: Object.fromEntries([...this.#requests].toSorted(byName)),
    };
  }

  #chance(kind: Kind): number {
    return chanceOf(kind, frequencyOf(kind, this.#random));
  }

  #count(kind: Kind): void {
    this.#times.set(kind, (this.#times.get(kind) ?? 0) + 1);
  }
}

function byName([one]: readonly [string, number], [other]: readonly [string, number]): number {
  return one < other ? -1 : 1;
}
