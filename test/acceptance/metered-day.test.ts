import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sampleDays, today, writeSample } from '../../bench/cost/sample.ts';
import { countsSchema } from '../../local/meter/reading.ts';
import { simulate } from '../support/acceptance/simulate.ts';

/** Three batches, which number one series at the same time. */
const licences = 250;

/** What a day on which a licence is invoiced may cost it at the most; SES's reports are among the calls. */
const most = { transitions: 0.25, calls: 0.3, writeUnits: 10, readUnits: 8 };

test('a day on which all licences of a plan are invoiced costs each of them no more than it may', async () => {
  const book = mkdtempSync(path.join(tmpdir(), 'perennial-metered-'));
  writeSample(book, sampleDays.firstInvoice, licences);
  const { out, status, stderr } = await simulate(book, today, today);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const meter: unknown = JSON.parse(readFileSync(path.join(out, 'meter.json'), 'utf8'));
  expect(meter).toMatchObject({ licenceActions: licences, mails: licences, documents: licences });
  const { stepFunctions, lambda, dynamodb } = countsSchema.parse(meter);
  const each = {
    transitions: stepFunctions.standardTransitions / licences,
    calls: lambda.invocations / licences,
    writeUnits: dynamodb.writeUnits / licences,
    readUnits: dynamodb.readUnits / licences,
  };
  for (const [name, count] of Object.entries(each))
    expect(count, name).toBeLessThanOrEqual(most[name as keyof typeof most]);
  // Each of the three batches has a transaction for every 40 licences. One may fail where a turn ends too early.
  expect(dynamodb.requests['TransactWriteItems']).toBeLessThanOrEqual(3 + 3 + 2 + 1);
}, 600_000);
