import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { readDate, readDays } from '../../../cli/simulate/options.ts';

test('a date is read', () => {
  expect(readDate('2028-02-29')).toBe('2028-02-29');
});

test.each(['2026-02-29', '2026-1-1', '01/02/2026', '2026-01-01T00:00:00Z', ''])('no date: %j', (text) => {
  expect(() => readDate(text)).toThrow(InvalidArgumentError);
});

describe('--missed', () => {
  test.each([
    { text: '2026-04-10..2026-04-19', days: { from: '2026-04-10', to: '2026-04-19' } },
    { text: '2026-04-10..2026-04-10', days: { from: '2026-04-10', to: '2026-04-10' } },
  ])('$text is read', ({ text, days }) => {
    expect(readDays(text)).toEqual(days);
  });

  test.each([
    ['2026-04-10', 'FROM..TO'],
    ['2026-04-10...2026-04-19', 'FROM..TO'],
    ['2026-04-10..', 'FROM..TO'],
    ['2026-04-10..2026-04-31', 'FROM..TO'],
    ['2026-04-10..2026-04-19..2026-04-20', 'FROM..TO'],
    ['2026-04-19..2026-04-10', 'the earlier day first, such as 2026-04-10..2026-04-19'],
  ])('%s is refused', (text, remedy) => {
    expect(() => readDays(text)).toThrow(remedy);
  });
});
