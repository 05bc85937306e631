import { neverIn } from '../checks/sometimes.ts';
import { inWords, type Violation } from '../checks/violation.ts';
import type { Play } from '../plays/play-out.ts';
import type { Pool } from './pool.ts';

/** What came of a set of seeds. */
export interface Summary {
  readonly played: number;
  readonly failed: readonly number[];
  readonly licenceYears: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly seconds: number;
}

export interface Seeds {
  readonly from: number;
  readonly count: number;
  readonly licences: number;
  readonly days: number;
  readonly trace?: string | undefined;
}

const reportMilliseconds = 30_000;

/**
 * Plays seeds on a pool's workers. Each that fails is printed with the shortest history that still does.
 * @param atOnce so many seeds at a time
 * @param isOver asked before each seed: the rest is left out
 */
export async function playSeeds(
  pool: Pool,
  { from, count, licences, days, trace }: Seeds,
  atOnce: number,
  isOver: () => boolean,
  print: (line: string) => void,
): Promise<Summary> {
  const started = performance.now();
  const counts = new Map<string, number>();
  const failed: number[] = [];
  let played = 0;
  let licenceDays = 0;
  let next = from;
  let reported = started;
  const numbers = Array.from({ length: licences }, (_, index) => index + 1);
  const playOn = async (): Promise<void> => {
    while (next < from + count && !isOver()) {
      const play: Play = { seed: next, licences: numbers, days };
      next += 1;
      const done = await pool.ask({ kind: 'play', play, trace }, 'played');
      const { violations, counts: ofSeed } = done;
      played += 1;
      licenceDays += done.licenceDays;
      for (const [key, times] of ofSeed) counts.set(key, (counts.get(key) ?? 0) + times);
      if (violations.length > 0) {
        failed.push(play.seed);
        await printFailure(pool, play, violations, print);
      }
      if (performance.now() - reported > reportMilliseconds) {
        reported = performance.now();
        const rate = played / ((reported - started) / 1000);
        const left = Math.round((count - played) / rate / 60);
        print(
          `${played} of ${count} seeds, ${failed.length} failed, ${rate.toFixed(1)} seeds a second, ${left} minutes left`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, playOn));
  const seconds = (performance.now() - started) / 1000;
  return { played, failed, licenceYears: licenceDays / 365, counts, seconds };
}

async function printFailure(
  pool: Pool,
  play: Play,
  violations: readonly Violation[],
  print: (line: string) => void,
): Promise<void> {
  print(`seed ${play.seed} fails:`);
  for (const violation of violations.slice(0, 10)) print(`  ${inWords(violation)}`);
  const [{ rule } = { rule: '' }] = violations;
  print('the shortest history that still fails:');
  const { lines } = await pool.ask({ kind: 'shrink', play, rule }, 'shrunk');
  for (const line of lines) print(`  ${line}`);
}

/** The counters, what never happened, and how it ended. */
export function summaryInWords({
  played,
  failed,
  licenceYears,
  counts,
  seconds,
}: Summary): readonly string[] {
  const never = neverIn(counts);
  return [
    ...[...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, times]) => `  ${key}: ${times}`),
    never.length === 0
      ? 'everything that sometimes happens has happened'
      : `never happened: ${never.join('; ')}`,
    `${failed.length} of ${played} seeds failed (${Math.round(licenceYears)} licence-years, ${seconds.toFixed(1)} s)`,
  ];
}
