import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, type RegExpLiteral } from '@swc/core';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const rooms =
  'bin,plans,domain,app,adapters,wording,mail,documents,contracts,lambdas,web,lib,client,cli,local';
const length = 20_000;
/** A linear one takes less than a millisecond; one that goes over its input again for each character takes seconds. */
const mostMilliseconds = 500;

interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

function literalsIn(file: string): readonly Found[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'RegExpLiteral') {
      const { pattern, flags } = node as RegExpLiteral;
      found.push({ file, pattern, flags });
    } else Object.values(node).forEach(visit);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('.tsx') }));
  return found;
}

/** Texts that make it try again and again: what it begins with, one thing many times, and something that it never takes. */
function* textsFor(pattern: string): Generator<string> {
  const plain = pattern.replaceAll(/\\(?:[pP]\{[^}]*\}|u\{?[0-9a-fA-F]+\}?|[a-zA-Z])/g, '');
  const start = /^\^?([\w :;=,<>"'/@-]+)/.exec(plain.replaceAll('\\', ''))?.[1] ?? '';
  const signs = new Set([
    'a',
    'Z',
    '0',
    '1',
    ' ',
    '\n',
    '-',
    '.',
    '"',
    '\u00e9',
    '\u0001',
    ...plain.split(/(?:)/u),
  ]);
  for (const before of new Set(['', start]))
    for (const sign of [...signs, `${[...signs][0] ?? ''} `, '0-', '""', start])
      for (const after of ['', '\u0001', 'x\ny'])
        if (sign !== '') yield before + sign.repeat(Math.ceil(length / sign.length)) + after;
}

function milliseconds(expression: RegExp, text: string): number {
  const began = performance.now();
  text.replace(expression, '');
  return performance.now() - began;
}

test('no regular expression takes quadratic time on any text', () => {
  const literals = globSync(`{${rooms}}/**/*.{ts,tsx}`, { cwd: root }).flatMap(literalsIn);
  expect(literals.length).toBeGreaterThan(150);
  const slow = literals.flatMap(({ file, pattern, flags }) => {
    const expression = new RegExp(pattern, flags);
    for (const text of textsFor(pattern)) {
      // The machine may have been busy with something else the first time.
      if ([1, 2, 3].every(() => milliseconds(expression, text) > mostMilliseconds))
        return [`${file}: ${expression} on ${JSON.stringify(text.slice(0, 20))}…`];
    }
    return [];
  });
  expect(slow).toEqual([]);
}, 300_000);
