import type { Seeds } from './play-seeds.ts';
import type { Pool } from './pool.ts';

/** Compares plays of seeds that must end the same; gives whether all of them do. */
export async function compareSeeds(
  pool: Pool,
  { from, count }: Seeds,
  print: (line: string) => void,
): Promise<boolean> {
  let isWell = true;
  for (let seed = from; seed < from + count; seed += 1) {
    const { problems } = await pool.ask({ kind: 'metamorphic', seed }, 'compared');
    for (const problem of problems) print(`seed ${seed}: ${problem}`);
    isWell &&= problems.length === 0;
  }
  print(isWell ? `${count} seeds end the same in every way` : 'some seeds end differently');
  return isWell;
}
