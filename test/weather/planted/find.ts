import { inWords } from '../checks/violation.ts';
import type { Seeds } from '../runner/play-seeds.ts';
import type { Order } from '../runner/orders.ts';
import { Pool } from '../runner/pool.ts';
import { type PlantedFault, plantedFaults } from './faults.ts';

/**
 * Plants faults one by one, and plays seeds until one finds each. Prints within how many seeds that was, and of
 * faults that `only` names the shortest history too.
 * @param only a part of the names of the faults that are meant; unset: all
 * @returns whether all of them were found
 */
export async function findPlanted(
  seeds: Seeds,
  workers: number,
  only: string | undefined,
  isOver: () => boolean,
  print: (line: string) => void,
): Promise<boolean> {
  let isWell = true;
  for (const fault of plantedFaults.filter(({ name }) => only === undefined || name.includes(only))) {
    if (isOver()) return false;
    const pool = new Pool(workers, fault.patches);
    try {
      const found = await find(pool, fault, seeds, workers, isOver, print);
      isWell &&= found !== undefined;
      if (found !== undefined && only !== undefined) {
        for (const line of (await pool.ask(found, 'shrunk')).lines) print(`  ${line}`);
      }
    } finally {
      pool.close();
    }
  }
  return isWell;
}

async function find(
  pool: Pool,
  { name }: PlantedFault,
  { from, count, licences, days }: Seeds,
  workers: number,
  isOver: () => boolean,
  print: (line: string) => void,
): Promise<Order | undefined> {
  const numbers = Array.from({ length: licences }, (_, index) => index + 1);
  for (let played = 0; played < count && !isOver(); played += workers) {
    const plays = Array.from({ length: Math.min(workers, count - played) }, (_, index) => {
      return { seed: from + played + index, licences: numbers, days };
    });
    const done = await Promise.all(plays.map((play) => pool.ask({ kind: 'play', play }, 'played')));
    const index = done.findIndex(({ violations }) => violations.length > 0);
    const found = done[index];
    const [violation] = found?.violations ?? [];
    if (found === undefined || violation === undefined) continue;
    print(`${name}: found within ${played + index + 1} seeds: ${inWords(violation)}`);
    return { kind: 'shrink', play: found.play, rule: violation.rule };
  }
  print(`${name}: NOT found within ${count} seeds`);
  return undefined;
}
