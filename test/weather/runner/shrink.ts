import { play, type Played } from '../plays/play.ts';
import type { Play } from '../plays/play-out.ts';
import type { Application } from '../world/application.ts';
import { inWords, type Violation } from '../checks/violation.ts';

/** So many plays are tried at the most. */
const mostTries = 250;

/**
 * The shortest history in which a play still breaks a rule, as lines to read: with fewer licences, fewer days, and of all
 * faults and doings only those that it takes.
 */
export async function shrink(
  application: Application,
  whole: Play,
  rule: string,
): Promise<readonly string[]> {
  const shrinking = new Shrinking(application, rule);
  await shrinking.take(whole);
  await shrinking.fewerLicences();
  await shrinking.fewerDays();
  await shrinking.fewerHappenings();
  await shrinking.fewerLicences();
  await shrinking.fewerDays();
  return shrinking.inWords();
}

class Shrinking {
  readonly #application: Application;
  readonly #rule: string;
  #best: { readonly play: Play; readonly played: Played } | undefined;
  #tries = 0;

  constructor(application: Application, rule: string) {
    this.#application = application;
    this.#rule = rule;
  }

  /** Keeps a play where it still breaks the rule. */
  async take(candidate: Play): Promise<boolean> {
    if (this.#tries >= mostTries) return false;
    this.#tries += 1;
    const played = await play(this.#application, candidate);
    if (!played.violations.some(({ rule }) => rule === this.#rule)) return false;
    this.#best = { play: candidate, played };
    return true;
  }

  async fewerLicences(): Promise<void> {
    const { play: best } = this.#kept();
    const kept = await withoutSome(best.licences, (licences) =>
      this.take({ ...this.#kept().play, licences }),
    );
    if (kept.length === 0) await this.take({ ...this.#kept().play, licences: best.licences.slice(0, 1) });
  }

  async fewerDays(): Promise<void> {
    for (let isShorter = true; isShorter;) {
      const { play: best } = this.#kept();
      isShorter = false;
      for (const share of [0.5, 0.75, 0.9, 0.97]) {
        const days = Math.floor(best.days * share);
        if (days < 2 || days === best.days) continue;
        isShorter = await this.take({ ...best, days });
        if (isShorter) break;
      }
    }
  }

  async fewerHappenings(): Promise<void> {
    const all = [...new Set(this.#kept().played.log.map(({ id }) => id))];
    await withoutSome(all, (ids) => this.take({ ...this.#kept().play, only: new Set(ids) }));
  }

  inWords(): readonly string[] {
    const { play: best, played } = this.#kept();
    const { seed, licences, days } = best;
    const happened = new Map(played.log.map(({ at, id }) => [id, at]));
    return [
      `seed ${seed} with licences ${licences.join(', ')} for ${days} days (${this.#tries} plays tried):`,
      ...[...happened].map(([id, at]) => `  ${new Date(at).toISOString()} ${id}`),
      ...played.violations.filter(isOf(this.#rule)).map((one) => `  broken: ${inWords(one)}`),
    ];
  }

  #kept() {
    if (this.#best === undefined) throw new Error('a play that breaks nothing cannot be made shorter');
    return this.#best;
  }
}

function isOf(rule: string): (violation: Violation) => boolean {
  return (violation) => violation.rule === rule;
}

/**
 * Leaves out of a list whatever can be left out, in ever smaller pieces (delta debugging).
 * @param fails whether what is left still fails
 */
export async function withoutSome<T>(
  list: readonly T[],
  fails: (left: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let left = list;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < left.length;) {
      const rest = [...left.slice(0, from), ...left.slice(from + size)];
      if (await fails(rest)) left = rest;
      else from += size;
    }
  }
  return left;
}
