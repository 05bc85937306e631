import { expect, test, vi } from 'vitest';
import * as z from 'zod';
import { entryPoint } from '../../../adapters/lambda/entry-point.ts';
import { Throttled } from '../../../adapters/dynamodb/table/faults.ts';

// The logger asks for its level when it is loaded.
vi.hoisted(() => {
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
});
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
  const thrown: unknown = await handler({ licenceId: 'L-1' }).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ name: 'Throttled', message: 'SES throttles the mail to (address)' });
  expect((thrown as Error).stack).not.toContain('jane@');
  expect((thrown as Error).stack).toContain('entry-point.test.ts');
});
