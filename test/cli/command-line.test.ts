import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../cli/command-line.ts';
import { bookFolder, licenceFile } from '../support/cli/book-files.ts';
import { keptOutput } from '../support/cli/streams.ts';

async function run(...args: readonly string[]) {
  const { out, err, output } = keptOutput();
  const { signal } = new AbortController();
  const status = await runCommandLine(args, { output, signal, now: '2026-01-01T12:00:00Z' });
  return { status, out: out.text, err: err.text };
}

/** `simulate` with good options, some of them replaced. */
function simulate(replaced: Readonly<Record<string, string>>) {
  const book = replaced['--book'] ?? bookFolder();
  const out = join(book, 'out');
  const options = { '--book': book, '--from': '2026-01-01', '--to': '2026-12-31', '--out': out, ...replaced };
  return run('simulate', ...Object.entries(options).flat());
}

describe('help', () => {
  test('of all commands', async () => {
    const { status, out } = await run('--help');
    expect(status).toBe(0);
    expect(out).toContain('simulate');
  });

  test('of simulate, with an example', async () => {
    const { status, out } = await run('simulate', '--help');
    expect(status).toBe(0);
    expect(out).toContain('Example:\n  npx perennial simulate --book samples/five-plans');
  });
});

describe('options are refused', () => {
  test.each([
    { why: 'an unknown command', args: ['emulate'], says: "unknown command 'emulate'" },
    {
      why: 'simulate without a book',
      args: ['simulate', '--from', '2026-01-01'],
      says: "'--book <folder>' not specified",
    },
  ])('$why', async ({ args, says }) => {
    const { status, err } = await run(...args);
    expect(status).toBe(2);
    expect(err).toContain(says);
  });

  test.each([
    {
      why: 'no date',
      options: { '--from': '2026-02-30' },
      says: "'--from <date>' argument '2026-02-30' is invalid",
    },
    {
      why: 'from after to',
      options: { '--from': '2027-01-01' },
      says: '--from 2027-01-01 is after --to 2026-12-31',
    },
    {
      why: 'missed days reversed',
      options: { '--missed': '2026-02-02..2026-02-01' },
      says: "'2026-02-02..2026-02-01'",
    },
    {
      why: 'weather that is no seed',
      options: { '--weather': 'abc' },
      says: "'--weather <seed>' argument 'abc' is invalid. Expected a whole number from 0 to 4294967295 such as 7, or calm",
    },
  ])('simulate with $why', async ({ options, says }) => {
    const { status, err } = await simulate(options);
    expect(status).toBe(2);
    expect(err).toContain(says);
  });
});

test('a bad book is refused with every mistake, and no folder is made for the results', async () => {
  const book = bookFolder({
    'licences.csv': licenceFile({ planId: 'none' }, { licenceId: 'L-2', product: '' }),
  });
  const { status, err } = await simulate({ '--book': book });
  expect(status).toBe(2);
  expect(err).toContain(
    'has 2 mistakes. Nothing was run.\nlicences.csv:2, planId: found "none", expected one of',
  );
  expect(err).toContain('licences.csv:3, product: found nothing, expected some text');
  expect(existsSync(join(book, 'out'))).toBe(false);
});

test('results do not go where a file is', async () => {
  const file = join(bookFolder(), 'customers.csv');
  const { status, err } = await simulate({ '--out': file });
  expect(status).toBe(2);
  expect(err).toContain(`--out: ${file} is not a folder`);
});

test('results do not go where the system has no folder', async () => {
  const file = join(bookFolder(), 'file');
  writeFileSync(file, '');
  const { status, err } = await simulate({ '--out': join(file, 'out') });
  expect(status).toBe(2);
  expect(err).toContain('--out:');
});
