import { expect, test } from 'vitest';
import { idsIn } from '../../../domain/payments/ids-in-text.ts';

test.each([
  ['L-1001', ['L-1001']],
  [
    'Licence L-1001, customer C-7: thank you',
    ['Licence', 'LICENCE', 'L-1001', 'customer', 'CUSTOMER', 'C-7', 'thank', 'THANK', 'you', 'YOU'],
  ],
  ['l-1001 L-1001', ['l-1001', 'L-1001']],
  ['(L-1001)/L-1002; "L-1003".', ['L-1001', 'L-1002', 'L-1003']],
  ["#L-1001 .L-1002' ''L-1003..", ['L-1001', 'L-1002', 'L-1003']],
  ["L'1#2.3", ["L'1#2.3"]],
  ['A+BC+DEF', ['DEF']],
  ['L-1001   \n L-1002', ['L-1001', 'L-1002']],
  ['', []],
])('%j can name %j', (text, ids) => {
  expect(idsIn(text)).toEqual(ids);
});

test('of a long text the first 40 words are looked up', () => {
  const words = Array.from({ length: 41 }, (_, index) => `L-${100 + index}`);
  expect(idsIn(words.join(' '))).toEqual(words.slice(0, 40));
  expect(idsIn(`a b ${words.join(' ')}`)).toHaveLength(40);
});

test('a word that is too long for an id is passed over', () => {
  const [longest, longer] = ['X'.repeat(200), 'X'.repeat(201)];
  expect(idsIn(`${longer} ${longest}`)).toEqual([longest]);
});
