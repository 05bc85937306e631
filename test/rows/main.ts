import { spawnSync } from 'node:child_process';
import { inspect, parseArgs } from 'node:util';
import { printSome } from './printing.ts';
import { addUp, type Figures, figuresInWords, noFigures } from './figures.ts';

/**
 * `npm run any-rows`, or `node test/rows/main.ts [--rows N] [--seed N] [--book N] [--print-every N]`: generates books,
 * imports them, has them run and changed for a year on models of the services, and has every reader read all of it.
 * Nothing that a door accepts may make a later step throw. Exit status: 0 all well, 1 something threw.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    book: { type: 'string', default: '500' },
    'print-every': { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
  },
});

/** Each book loads the handlers anew, and modules are never forgotten: a process takes so many rows. */
const mostOfProcess = 4000;
const rows = Number(values.rows);
const print = process.stdout.write.bind(process.stdout);
const firstSeed = Number(values.seed);
const perBook = Number(values.book);
const began = process.hrtime.bigint();
const seconds = () => Number((process.hrtime.bigint() - began) / 10n ** 9n);

/** Has a process of its own take some of the rows. */
function inProcess(count: number, seed: number): Figures {
  const args = ['--rows', `${count}`, '--seed', `${seed}`, '--book', `${perBook}`, '--json'];
  const { stdout, status } = spawnSync(
    process.execPath,
    [import.meta.filename, ...args, '--print-every', values['print-every']],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64_000_000 },
  );
  if (status !== 0) process.exit(1);
  return JSON.parse(stdout) as Figures;
}

/** Takes rows book by book. */
async function here(): Promise<Figures> {
  // The handlers write their log to the standard output.
  process.stdout.write = () => true;
  printSome(Number(values['print-every']));
  const { live } = await import('./live.ts');
  const { documents } = await import('./print-some.ts');
  const { readApplication } = await import('../weather/world/application.ts');
  const application = readApplication();
  let figures = noFigures;
  for (let from = 0, seed = firstSeed; from < rows; from += perBook, seed += 1) {
    try {
      figures = addUp(figures, await live(application, seed, Math.min(perBook, rows - from)));
    } catch (error) {
      process.stderr.write(`seed ${seed} fails, with books of ${perBook} rows: ${inspect(error)}\n`);
      process.exit(1);
    }
  }
  return { ...figures, ...documents };
}

let figures = noFigures;
if (rows <= mostOfProcess) figures = await here();
else {
  const perProcess = mostOfProcess - (mostOfProcess % perBook);
  for (let from = 0; from < rows; from += perProcess) {
    figures = addUp(figures, inProcess(Math.min(perProcess, rows - from), firstSeed + from / perBook));
    print(`${Math.min(from + perProcess, rows)} rows, ${seconds()} s\n`);
  }
}
const lines = values.json ? [JSON.stringify(figures)] : figuresInWords(figures, seconds());
print(`${lines.join('\n')}\n`);
