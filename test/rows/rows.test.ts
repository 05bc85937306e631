import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Figures } from './figures.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** In a process of its own: what it does to clocks, clients and timers stays there. */
function anyRows(
  ...args: readonly string[]
): Promise<{ readonly status: unknown; readonly printed: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['test/rows/main.ts', ...args], { cwd: root }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : error.code, printed: stdout + stderr });
    });
  });
}

/** `npm run any-rows` takes 100,000. */
test('nothing that a door accepts makes a later step throw', async () => {
  const { status, printed } = await anyRows('--rows', '400', '--book', '400', '--seed', '7', '--json');
  expect(status, printed).toBe(0);
  const { accepted, refused, mails, events } = JSON.parse(printed) as Figures;
  expect(accepted + refused).toBe(400);
  // The property says little unless many rows are accepted and lead to many events.
  expect(accepted).toBeGreaterThan(240);
  expect(mails).toBeGreaterThan(accepted);
  for (const type of ['QuoteIssued', 'InvoiceIssued', 'InvoicePaid', 'MaintenanceLapsed', 'ReminderIssued'])
    expect([type, events[type] ?? 0]).toEqual([type, expect.toSatisfy((count: number) => count > 10)]);
}, 300_000);
