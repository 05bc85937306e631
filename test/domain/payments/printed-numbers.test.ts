import { expect, test } from 'vitest';
import { printedNumbersIn } from '../../../domain/payments/printed-numbers.ts';

const prefixes = ['SNUG', 'SNUG-Q', 'NJM'];

test.each([
  ['SNUG-2026-00001', ['SNUG-2026-00001']],
  ['Invoice snug 2026 00001, thank you', ['SNUG-2026-00001']],
  ['SVWZ+SNUG202600001', ['SNUG-2026-00001']],
  ['RF number snug-20 26-000 01', ['SNUG-2026-00001']],
  [
    'SNUG-2026-00001/SNUG-2026-00002 and NJM–2025–00017',
    ['SNUG-2026-00001', 'SNUG-2026-00002', 'NJM-2025-00017'],
  ],
  ['SNUG-Q-2026-00003', ['SNUG-Q-2026-00003']],
  ['NJM-2025-00017, SNUG-2026-00001', ['NJM-2025-00017', 'SNUG-2026-00001']],
  ['SNUG-2026-00001 of 2026-05-01', ['SNUG-2026-00001']],
  ['SNUG-2026-100001', ['SNUG-2026-100001']],
  ['SNUG-2026-00001 SNUG-2026-00001', ['SNUG-2026-00001']],
])('%s', (text, numbers) => {
  expect(printedNumbersIn(text, prefixes)).toEqual(numbers);
});

test.each(['XSNUG-2026-00001', 'SNUG-2026-0001', '2026-00001', ''])('%j has no number', (text) => {
  expect(printedNumbersIn(text, prefixes)).toEqual([]);
});

test('of two prefixes that fit at one place the longer is meant', () => {
  expect(printedNumbersIn('N-1-2026-00001', ['N', 'N-1'])).toEqual(['N-1-2026-00001']);
});
