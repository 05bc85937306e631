import { parseArgs } from 'node:util';
import { neverIn } from './checks/sometimes.ts';
import { compareSeeds } from './runner/compare.ts';
import { findPlanted } from './planted/find.ts';
import { playSeeds, summaryInWords } from './runner/play-seeds.ts';
import { Pool } from './runner/pool.ts';

/**
 * `npm run weather -- [--seed N] [--seeds COUNT] [--licences L] [--days D] [--workers W] [--trace TEXT] [--rarities]`
 * plays seeds and prints those that fail, each with the shortest history that still does. `--planted` plants faults one
 * by one and says within how many seeds each is found; `--metamorphic` compares plays that must end the same.
 * Exit status: 0 all well, 1 something failed, 130 ended by Ctrl-C.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string' },
    licences: { type: 'string', default: '8' },
    days: { type: 'string', default: '500' },
    workers: { type: 'string', default: '1' },
    trace: { type: 'string' },
    rarities: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
    only: { type: 'string' },
    metamorphic: { type: 'boolean', default: false },
  },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const workers = Number(values.workers);
const state = { isStopped: false };
process.on('SIGINT', () => {
  if (state.isStopped) process.exit(130);
  state.isStopped = true;
  print('stopping after the seeds that are being played; Ctrl-C again stops at once');
});
const seeds = {
  from: Number(values.seed),
  count: Number(values.seeds ?? (values.planted ? 1000 : 1)),
  licences: Number(values.licences),
  days: Number(values.days),
  trace: values.trace,
};
const isOver = (): boolean => state.isStopped;

async function run(): Promise<boolean> {
  if (values.planted) return findPlanted(seeds, workers, values.only, isOver, print);
  const pool = new Pool(workers);
  try {
    if (values.metamorphic) return await compareSeeds(pool, seeds, print);
    const summary = await playSeeds(pool, seeds, workers, isOver, print);
    for (const line of summaryInWords(summary)) print(line);
    const isComplete = !values.rarities || neverIn(summary.counts).length === 0;
    return summary.failed.length === 0 && isComplete;
  } finally {
    pool.close();
  }
}

const isWell = await run();
process.exitCode = state.isStopped ? 130 : isWell ? 0 : 1;
