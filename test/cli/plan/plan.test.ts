import { expect, test } from 'vitest';
import { runCommandLine } from '../../../cli/command-line.ts';
import { planInWords } from '../../../client/plans-in-words/plan-in-words.ts';
import { plans } from '../../../plans/index.ts';
import { keptOutput } from '../../support/cli/streams.ts';

async function run(...words: readonly string[]) {
  const { out, err, output } = keptOutput();
  const at = { output, signal: new AbortController().signal, now: '2026-06-01T12:00:00Z' };
  return { status: await runCommandLine(['plan', 'show', ...words], at), out: out.text, err: err.text };
}

test.each(plans)('$id is explained in words, with what is assumed and examples', async (plan) => {
  const { status, out } = await run(plan.id);
  expect(status).toBe(0);
  for (const { heading, statements } of planInWords(plan)) {
    expect(out).toContain(`\n${heading}\n`);
    for (const { text, source } of statements)
      expect(out).toContain(
        `  ${text}${{ published: '', assumed: ' (assumed)', 'in-part': ' (in part)' }[source]}\n`,
      );
  }
  expect(out).toMatch(/licence +for +list price +net +tax +total/);
});

test('the same as JSON, with amounts in minor units', async () => {
  const { out } = await run('smart-net-user-group', '--json');
  expect(JSON.parse(out)).toMatchObject({
    planId: 'smart-net-user-group',
    chapters: expect.arrayContaining([expect.objectContaining({ heading: 'Prices and taxes' })]) as unknown,
    examples: [
      { what: 'Smart-Net', price: { total: { amount: 55200, currency: 'NZD' } } },
      { what: 'Smart-RAS' },
    ],
  });
});

test('an unknown plan is refused with those that there are', async () => {
  const { status, err } = await run('nothing');
  expect(status).toBe(2);
  expect(err).toContain('There is no plan nothing. The plans are smart-net-user-group, ');
});
