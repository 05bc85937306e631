import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { simulate } from '../../../cli/simulate/simulate.ts';
import { clear, refusalOf } from '../../../cli/simulate/out-folder.ts';
import { usualFormat } from '../../../cli/book/format/format.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { keptOutput } from '../../support/cli/streams.ts';

/** A folder with files of these names. */
function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-out-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  return folder;
}

const simulated = [
  '.simulation',
  'journal.jsonl',
  'mail.jsonl',
  'mail/1.eml',
  'documents/1.pdf',
  'executions.jsonl',
  'summary.json',
];

test.each([
  { what: 'an empty folder', names: [] },
  { what: 'an earlier simulation', names: simulated },
  {
    what: 'an earlier simulation that was cut off',
    names: ['.simulation', 'mail/1.eml', '.cloud/tables/LOG'],
  },
])('a simulation may write over $what', ({ names }) => {
  expect(refusalOf(folderWith(...names))).toBeUndefined();
});

test('a simulation may write into a folder that is not there yet', () => {
  expect(refusalOf(join(folderWith(), 'new', 'results'))).toBeUndefined();
});

test('a folder is judged by where its path leads, not by folders on the way that do not exist', () => {
  const folder = folderWith('documents/will.pdf', 'notes.txt');
  expect(refusalOf(`${folder}/new/..`)).toContain('which is not from a simulation');
});

test.each([
  {
    what: 'other files',
    names: ['thesis.tex', 'cats.jpg'],
    why: 'has cats.jpg and 1 more, which is not from a simulation',
  },
  {
    what: 'other files beside a simulation',
    names: [...simulated, 'notes.txt'],
    why: 'has notes.txt, which',
  },
  {
    what: 'somebody’s mail',
    names: ['mail/inbox', 'documents/will.pdf'],
    why: 'has documents, mail, but no file .simulation',
  },
  {
    what: 'files named like those of a simulation',
    names: simulated.slice(1),
    why: 'but no file .simulation',
  },
])('a simulation must not write over $what', ({ names, why }) => {
  expect(refusalOf(folderWith(...names))).toContain(why);
});

test('a simulation must not write over a file', () => {
  const file = join(folderWith('results'), 'results');
  expect(refusalOf(file)).toBe(`${file} is not a folder`);
});

test('a folder that is named by way of one that is not there yet is not wiped', async () => {
  const folder = folderWith('documents/will.pdf');
  const { out, err, output } = keptOutput();
  const days = { from: civilDate('2026-01-01'), to: civilDate('2026-01-01') };
  const simulation = { book: 'samples/five-plans', days, out: `${folder}/new/..`, format: usualFormat };
  expect(await simulate(simulation, { output, signal: new AbortController().signal })).toBe(2);
  expect(out.text).toBe('');
  expect(err.text).toContain(`--out: ${folder} has documents, but no file .simulation`);
  expect(existsSync(join(folder, 'documents', 'will.pdf'))).toBe(true);
});

test('clearing makes the folder', () => {
  const folder = join(folderWith(), 'new', 'results');
  clear(folder);
  expect(existsSync(folder)).toBe(true);
});

test('clearing leaves nothing of an earlier simulation', () => {
  const folder = folderWith(...simulated);
  clear(folder);
  expect(readdirSync(folder)).toEqual(['.simulation']);
});

test('a link is judged by what it leads to; one that leads nowhere is refused in words', () => {
  const folder = folderWith('thesis/thesis.tex');
  symlinkSync(join(folder, 'thesis'), join(folder, 'results'));
  expect(refusalOf(join(folder, 'results'))).toContain('has thesis.tex, which is not from a simulation');
  symlinkSync('round', join(folder, 'round'));
  expect(refusalOf(join(folder, 'round'))).toMatch(/round cannot be read \(ELOOP/);
});

test('clearing removes links and leaves what they lead to', () => {
  const elsewhere = folderWith('will.pdf', 'notes.txt');
  const folder = folderWith('journal.jsonl');
  symlinkSync(elsewhere, join(folder, 'documents'));
  symlinkSync(join(elsewhere, 'notes.txt'), join(folder, '.simulation'));
  clear(folder);
  expect(readdirSync(folder)).toEqual(['.simulation']);
  expect(readdirSync(elsewhere)).toEqual(['notes.txt', 'will.pdf']);
  expect(readFileSync(join(elsewhere, 'notes.txt'), 'utf8')).toBe('');
});
