import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { entryPoint } from '../../../adapters/lambda/entry-point.ts';
import { Throttled } from '../../../adapters/dynamodb/table/faults.ts';

const written: string[] = [];
for (const stream of [process.stdout, process.stderr]) {
  vi.spyOn(stream, 'write').mockImplementation((line) => {
    written.push(String(line));
    return true;
  });
}
afterEach(() => {
  written.length = 0;
});
const lines = () => written.map((line): unknown => JSON.parse(line));

const schema = z.object({ licenceId: z.string() });

test('a handler gives what its work gives', async () => {
  const handler = entryPoint(schema, ({ licenceId }) => Promise.resolve({ licenceId, decided: 'nothing' }));
  expect(await handler({ licenceId: 'L-1' })).toEqual({ licenceId: 'L-1', decided: 'nothing' });
});

test('a handler refuses an input of another form, without its values', async () => {
  const handler = entryPoint(schema, () => Promise.resolve());
  await expect(handler({ licenceId: 7, email: 'jane@customer.example' })).rejects.toThrow(
    /^the input is not valid: .*licenceId/,
  );
});

test('what a handler throws keeps its name, by which workflows know it, and has no addresses for the log', async () => {
  const handler = entryPoint(schema, () =>
    Promise.reject(new Throttled('SES throttles the mail to jane@customer.example')),
  );
  const thrown: unknown = await handler({ licenceId: 'L-1' }, { awsRequestId: 'R-1' }).catch(
    (error: unknown) => error,
  );
  expect(thrown).toMatchObject({ name: 'Throttled', message: 'SES throttles the mail to (address)' });
  expect((thrown as Error).stack).not.toContain('jane@');
  expect((thrown as Error).stack).toContain('entry-point.test.ts');
  expect(lines()).toMatchObject([
    { level: 'ERROR', licenceId: 'L-1', requestId: 'R-1', reason: 'SES throttles the mail to (address)' },
  ]);
});

test('the log has a line on a batch, and one on each licence that was parked', async () => {
  const outcomes = [
    { licenceId: 'L-1', did: ['renewed'], because: 'its term ends' },
    { licenceId: 'L-2', did: ['assess: parked'], because: 'it cannot be read' },
  ];
  const handler = entryPoint(z.unknown(), () => Promise.resolve({ next: 'none', outcomes }));
  await handler({ planId: 'video-sma' });
  expect(lines()).toMatchObject([
    { level: 'WARN', planId: 'video-sma', licenceId: 'L-2', because: 'it cannot be read' },
    { level: 'INFO', planId: 'video-sma', licences: 2, parked: 1 },
  ]);
});
