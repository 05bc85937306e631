import { cpus } from 'node:os';

/**
 * `npm run bench [-- LICENCES]`: how fast the pure domain answers, how long two books take on the embedded cloud, and
 * how long the import and the forecast of a large one, of 100,000 licences by default.
 * `npm run bench -- cold-starts [FUNCTION]`: how long each function, or one, takes to import.
 * `npm run bench -- big-day`: a day on which 1,000,000 licences are due.
 * `npm run bench -- before-after [LICENCES]`: what a day did to each licence before batches, and what it does now.
 * `npm run bench -- metered-day [LICENCES]`: what a day of invoices costs each licence, of 1,000 by default.
 * `npm run bench -- execution`: writes what a batch's execution shows to `docs/execution-of-a-batch.md`.
 */
const [, , what = '100000', count] = process.argv;
const say = (line: string) => void process.stdout.write(`${line}\n`);
say(`machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
if (what === 'cold-starts') await (await import('./cold-starts/cold-starts.ts')).printColdStarts(say, count);
else if (what === 'big-day') await (await import('./big-day/big-day.ts')).printBigDay(say);
else if (what === 'before-after')
  (await import('./before-after/before-after.ts')).printBeforeAfter(say, count ?? '200');
else if (what === 'metered-day')
  (await import('./metered-day/metered-day.ts')).printMeteredDay(say, count ?? '1000');
else if (what === 'execution') await (await import('./execution/execution.ts')).writeExecution(say);
else await (await import('./books/books.ts')).printBooks(say, what);
