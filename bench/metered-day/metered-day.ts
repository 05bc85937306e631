import { rmSync } from 'node:fs';
import path from 'node:path';
import { playDay, sampleDays } from '../cost/sample.ts';

const folder = path.resolve(import.meta.dirname, '../../.perennial/metered-day');

/**
 * `npm run bench -- metered-day [LICENCES]`: plays a day on which all licences of a plan get their first invoice, and
 * prints what it costs each of them. The results, with `meter.json`, are in `.perennial/metered-day`.
 */
export function printMeteredDay(say: (line: string) => void, text: string): void {
  const licences = Number(text);
  if (!Number.isInteger(licences) || licences < 1)
    throw new Error(`${text} is no number of licences: give one such as 1000`);
  rmSync(folder, { recursive: true, force: true });
  const day = sampleDays.firstInvoice;
  const { mails, documents, stepFunctions, lambda, dynamodb } = playDay(folder, day, licences).work;
  say(`${licences.toLocaleString('en')} licences, ${day.name}: ${mails} mails, ${documents} documents`);
  const counts = {
    transitions: stepFunctions.standardTransitions,
    'Lambda calls': lambda.invocations,
    'write units': dynamodb.writeUnits,
    'read units': dynamodb.readUnits,
  };
  for (const [name, count] of Object.entries(counts)) say(`${name}: ${(count / licences).toFixed(2)} each`);
}
