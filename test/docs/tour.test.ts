import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOperator, type Operator } from '../support/cli/operator.ts';
import { synthesised } from '../support/lib/synthesis.ts';
import { argumentsOf, matcherOf, readersEnvironment, root, shownIn } from '../support/docs/documents.ts';

const text = readFileSync(join(root, 'docs/tour.md'), 'utf8');

describe('the tour, from its first command to its last', () => {
  let operator: Operator;
  beforeAll(async () => {
    operator = await openOperator();
  }, 300_000);
  afterAll(() => operator.stop());

  /** How a command ends, and what it prints for its reader. */
  const run = async (command: string): Promise<{ readonly status: number; readonly out: string }> => {
    if (command.startsWith('npx perennial ')) return operator.on('2026-01-15', argumentsOf(command));
    const [program = '', ...args] = argumentsOf(command);
    const env = readersEnvironment();
    const { stdout: out } = await promisify(execFile)(program, args, { cwd: root, env });
    return { status: 0, out };
  };

  test.each(shownIn('docs/tour.md').filter(({ command }) => command !== 'npx perennial local'))(
    '$command',
    async ({ command, prints }) => {
      const { status, out } = await run(command);
      if (prints === '') expect(status).toBe(0);
      else expect(out).toMatch(matcherOf(prints));
    },
    300_000,
  );
});

test('the alarm that the tour names says what the tour quotes', () => {
  const alarms = Object.values(synthesised().operations.findResources('AWS::CloudWatch::Alarm'));
  const named = alarms
    .map((alarm) => (alarm as Alarm).Properties)
    .find(({ AlarmName }) => text.includes(`"${AlarmName}"`));
  expect(text).toContain(`\n> ${named?.AlarmDescription}\n`);
});

interface Alarm {
  readonly Properties: { readonly AlarmName: string; readonly AlarmDescription: string };
}
