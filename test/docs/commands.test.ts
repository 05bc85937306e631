import { execFile } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../contracts/deployment/version.ts';
import { catalogue } from '../../cli/catalogue.ts';
import { openOperator, type Operator } from '../support/cli/operator.ts';
import { argumentsOf, readersEnvironment, root, shownIn } from '../support/docs/documents.ts';

/** What the README has run on an embedded cloud; `local` keeps running and is none of it. */
const commands = shownIn('README.md')
  .map(({ command }) => command)
  .filter((command) => command.startsWith('npx perennial ') && command !== 'npx perennial local');

/** The words that call a command, as a document names it anywhere: `updates publish`, `run`. */
function namedIn(document: string): readonly string[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(/npx perennial ([a-z]+)/g)].map(([, word = '']) => word);
}

test('every command that a document names exists', () => {
  const commands: readonly string[] = catalogue.map(({ name }) => name);
  const documents = ['README.md', ...globSync('docs/*.md', { cwd: root })];
  const named = documents.flatMap(namedIn);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((word) => !commands.includes(word))).toEqual([]);
});

test("the command line starts under the reader's Node", async () => {
  const printed = await promisify(execFile)('npx', ['perennial', '--version'], {
    cwd: root,
    env: readersEnvironment(),
  });
  expect(printed.stdout).toBe(`${version}\n`);
});

describe('the commands of the README do what they are said to do', () => {
  let operator: Operator;
  beforeAll(async () => {
    operator = await openOperator();
  }, 300_000);
  afterAll(async () => {
    await operator.stop();
    rmSync(join(root, 'results'), { recursive: true, force: true });
  });

  test.each(commands)(
    '%s',
    async (command) => {
      const { status, out, err } = await operator.on('2026-03-06', argumentsOf(command));
      expect(status, out + err).toBe(0);
    },
    300_000,
  );
});
