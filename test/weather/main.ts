import { parseArgs } from 'node:util';
import { play } from './play.ts';
import { readApplication } from './world/application.ts';

/** `npm run weather -- --seed N [--seeds COUNT] [--licences L] [--days D]`: plays seeds and names those that fail. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    licences: { type: 'string', default: '8' },
    days: { type: 'string', default: '900' },
    trace: { type: 'string' },
  },
});

process.stdout.write('');
const application = readApplication();
const { trace: wanted } = values;
const traced =
  wanted === undefined
    ? undefined
    : (line: string) => {
        if (line.includes(wanted)) process.stderr.write(`${line.slice(0, 400)}\n`);
      };
const started = performance.now();
const counts = new Map<string, number>();
const happened = new Map<string, number>();
let failures = 0;
for (let index = 0; index < Number(values.seeds); index += 1) {
  const seed = Number(values.seed) + index;
  const played = await play(application, seed, Number(values.licences), Number(values.days), traced);
  for (const [key, count] of played.counts) counts.set(key, (counts.get(key) ?? 0) + count);
  for (const { type } of played.events) happened.set(type, (happened.get(type) ?? 0) + 1);
  if (played.violations.length === 0) continue;
  failures += 1;
  process.stderr.write(`seed ${seed} fails:\n${played.violations.map((one) => `  ${one}`).join('\n')}\n`);
}
const seconds = (performance.now() - started) / 1000;
const table = (map: ReadonlyMap<string, number>) =>
  [...map]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `  ${key}: ${count}`)
    .join('\n');
process.stderr.write(
  `${table(happened)}\n${table(counts)}\n${failures} of ${values.seeds} seeds failed in ${seconds.toFixed(1)} s\n`,
);
process.exitCode = failures === 0 ? 0 : 1;
