import { expect, test } from 'vitest';
import { quoted, printMistakes } from '../../../cli/book/values/mistakes.ts';

const mistake = { file: 'licences.csv', found: '"netjapan"', expected: 'one of a, b' };

test('a mistake is printed with file, line and column, as far as they are known', () => {
  expect(
    printMistakes([{ ...mistake, line: 14, column: 'planId' }, { ...mistake, line: 14 }, mistake]),
  ).toEqual([
    'licences.csv:14, planId: found "netjapan", expected one of a, b',
    'licences.csv:14: found "netjapan", expected one of a, b',
    'licences.csv: found "netjapan", expected one of a, b',
  ]);
});

test('fifty mistakes are printed, and the rest counted', () => {
  const told = printMistakes(Array.from({ length: 53 }, () => mistake));
  expect(told).toHaveLength(51);
  expect(told.at(-1)).toBe('and 3 more');
});

test('a value is quoted short', () => {
  expect(quoted('a "b"')).toBe('"a \\"b\\""');
  expect(quoted('x'.repeat(200))).toBe(`"${'x'.repeat(80)}…"`);
});
