import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { runCommandLine } from '../../cli/command-line.ts';
import { version } from '../../contracts/deployment/version.ts';
import { programOf } from '../../cli/program.ts';
import { keptOutput } from '../support/cli/streams.ts';

const at = () => {
  const { out, err, output } = keptOutput();
  const invocation = { output, signal: new AbortController().signal, now: '2026-01-01T12:00:00Z' };
  return { out, err, invocation };
};

/** The commands that do something, by the words that call them. */
function callable(command: Command, words: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [words.join(' ')];
  return command.commands.flatMap((each) => callable(each, [...words, each.name()]));
}

/** All commands, none of which does anything. */
async function idleProgram(): Promise<Command> {
  const program = await programOf(at().invocation, () => undefined);
  const idle = (command: Command): void => {
    command.exitOverride().configureOutput({ writeErr: () => undefined });
    if (command.commands.length === 0) command.action(() => undefined);
    for (const each of command.commands) idle(each);
  };
  idle(program);
  return program;
}

/** The words of a command line, as a shell parts them. */
function wordsOf(line: string): string[] {
  return (line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll(/["']/g, ''));
}

const commands = callable(await idleProgram());

test.each(commands)('the help of %s has an example that parses', async (command) => {
  const { out, invocation } = at();
  expect(await runCommandLine([...command.split(' '), '--help'], invocation)).toBe(0);
  const examples = out.text.match(/(?<=\n {2}npx perennial )[^\n#]+/g) ?? [];
  expect(examples.some((example) => example.startsWith(command))).toBe(true);
  for (const example of examples) {
    const program = await idleProgram();
    await program.parseAsync(wordsOf(example), { from: 'user' });
  }
});

test('the help of all commands is that of each command by itself', async () => {
  const { out, invocation } = at();
  await runCommandLine(['--help'], invocation);
  const lines = out.text.split('\n').map((line) => line.trim());
  for (const command of (await idleProgram()).commands) {
    const own = at();
    expect(await runCommandLine(['help', command.name()], own.invocation)).toBe(0);
    expect(own.out.text).toContain(`Usage: perennial ${command.name()} `);
    expect(own.out.text.replaceAll(/\s+/g, ' ')).toContain(command.description());
    expect(lines.some((line) => line.startsWith(`${command.name()} `))).toBe(true);
  }
});

test('the help of all commands groups them by subject', async () => {
  const { out, invocation } = at();
  await runCommandLine(['--help'], invocation);
  const [, ofLicences = ''] = out.text.split('\nCustomers and licences:\n');
  const [, ofRuns = ''] = out.text.split('\nRuns:\n');
  expect(ofLicences.split('\n\n')[0]).toMatch(/^ {2}cancel /m);
  expect(ofRuns.split('\n\n')[0]).toMatch(/^ {2}retry /m);
});

test('the help of each command marks the options that it requires', async () => {
  const required = (command: Command, words: readonly string[] = []): (readonly [string, string])[] => [
    ...command.options.flatMap(({ mandatory, flags }) =>
      mandatory ? [[words.join(' '), flags] as const] : [],
    ),
    ...command.commands.flatMap((each) => required(each, [...words, each.name()])),
  ];
  const found = required(await idleProgram());
  expect(found.length).toBeGreaterThan(15);
  for (const [command, flags] of found) {
    const { out, invocation } = at();
    await runCommandLine([...command.split(' '), '--help'], invocation);
    const text = out.text.replaceAll(/\s+/g, ' ');
    const [, description = ''] = text.split(` ${flags} `);
    expect(description.split(/ -{1,2}[a-z]/)[0], command).toContain('(required)');
  }
});

test('--version prints the version; a command may have a --version of its own', async () => {
  const { out, invocation } = at();
  expect(await runCommandLine(['--version'], invocation)).toBe(0);
  expect(out.text).toBe(`${version}\n`);
  const publish = ['updates', 'publish', '--plan', 'none', '--product', 'X', '--version', '1'];
  expect(await runCommandLine(publish, at().invocation)).toBe(2);
});

test('the licences of all examples are those of the sample book', async () => {
  const book = readFileSync('samples/five-plans/licences.csv', 'utf8');
  const known = new Set(book.split('\n').map((row) => row.split(',')[0]));
  const named: string[] = [];
  for (const command of commands) {
    const { out, invocation } = at();
    await runCommandLine([...command.split(' '), '--help'], invocation);
    const examples = out.text.match(/(?<=\n {2}npx perennial )[^\n#]+/g) ?? [];
    named.push(...examples.flatMap((example) => example.match(/\b(?!PAY)[A-Z]{2,3}-\d{4}\b/g) ?? []));
  }
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((licenceId) => !known.has(licenceId))).toEqual([]);
});

test('the help of all commands names the policies that they need on AWS', async () => {
  const { out, invocation } = at();
  await runCommandLine(['--help'], invocation);
  expect(out.text).toContain('PerennialOperators');
});
