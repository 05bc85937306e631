import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programOf } from '../../cli/program.ts';
import { keptOutput } from '../cli/streams.ts';
import { openOperator, type Operator } from '../cli/support/operator.ts';

const root = join(import.meta.dirname, '../..');

/** The commands of a document's shell blocks, as they are written; `local` keeps running and is none of them. */
function commandsIn(document: string): readonly string[] {
  const text = readFileSync(join(root, document), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('npx perennial ') && line !== 'npx perennial local');
}

/** The words that call a command, as a document names it anywhere: `updates publish`, `run`. */
function namedIn(document: string): readonly string[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(/npx perennial ([a-z]+)/g)].map(([, word = '']) => word);
}

test('every command that a document names exists', () => {
  const { output } = keptOutput();
  const invocation = { output, signal: new AbortController().signal, now: '2026-01-01T12:00:00Z' };
  const commands = programOf(invocation, () => undefined).commands.map((command) => command.name());
  const documents = ['README.md', ...globSync('docs/*.md', { cwd: root })];
  const named = documents.flatMap(namedIn);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((word) => !commands.includes(word))).toEqual([]);
});

/** A command's arguments: words, or what stands in single quotes. */
function argumentsOf(command: string): string[] {
  const words = [...command.replace(/^npx perennial /, '').matchAll(/'([^']*)'|(\S+)/g)];
  return words.map(([, quoted, word = '']) => quoted ?? word);
}

describe('the commands of the README do what they are said to do', () => {
  let operator: Operator;
  beforeAll(async () => {
    operator = await openOperator();
  }, 300_000);
  afterAll(async () => {
    await operator.stop();
    rmSync(join(root, 'results'), { recursive: true, force: true });
  });

  test.each(commandsIn('README.md'))(
    '%s',
    async (command) => {
      const { status, err } = await operator.on('2026-03-06', argumentsOf(command));
      expect({ status, err }).toMatchObject({ status: 0 });
    },
    300_000,
  );
});
