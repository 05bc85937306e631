import { expect, test } from 'vitest';
import { reasonFrom } from '../../../contracts/workflow/reason.ts';

test.each([
  ['cannot mail "Jane" <jane.roe@customer.example>: why', 'cannot mail "Jane" <(address)>: why'],
  ['to=jane@customer.example,cc=joe@customer.example', 'to=(address),cc=(address)'],
  ['jane@customer.example;joe@customer.example', '(address);(address)'],
  ["cannot find module '@aws-sdk/client-s3'", "cannot find module '@aws-sdk/client-s3'"],
  ['two\n  lines ', 'two lines'],
])('%j is told as %j', (words, reason) => {
  expect(reasonFrom(words)).toBe(reason);
});

test('is at most 500 characters', () => {
  expect(reasonFrom('because '.repeat(1000))).toHaveLength(500);
});

// Of so many characters anything that takes time by their square would not come to an end.
test.each(['a', '@', 'a@', '=', 'a='])('takes time in proportion to the words: millions of %j', (part) => {
  expect(reasonFrom(part.repeat(4_000_000)).length).toBeLessThanOrEqual(500);
});
