import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOperator, type Operator } from '../support/cli/operator.ts';
import { argumentsOf, matcherOf, shownIn } from '../support/docs/documents.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
}, 300_000);
afterAll(() => operator.stop());

test.each(shownIn('docs/desk.md').filter(({ command }) => command !== 'npx perennial local'))(
  '$command',
  async ({ command, prints }) => {
    const { status, out, err } = await operator.on('2026-04-29', argumentsOf(command));
    expect({ status, err }).toMatchObject({ status: 0 });
    if (prints !== '') expect(out).toMatch(matcherOf(prints));
  },
  300_000,
);
