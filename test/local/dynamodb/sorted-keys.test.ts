import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SortedKeys } from '../../../local/dynamodb/sorted-keys.ts';

const key = fc.stringMatching(/^[ab~]{1,4}$/);
const bound = fc.option(key, { nil: undefined });

test('keys come back in the order and the range that LevelDB would give, whatever was added and deleted', () => {
  const changes = fc.array(fc.tuple(fc.boolean(), key), { maxLength: 200 });
  const limit = fc.integer({ min: -1, max: 5 });
  fc.assert(
    fc.property(
      changes,
      bound,
      bound,
      fc.boolean(),
      fc.boolean(),
      limit,
      (all, low, high, isOpen, reverse, most) => {
        const sorted = new SortedKeys();
        const known = new Set<string>();
        for (const [isAdded, each] of all) {
          sorted[isAdded ? 'add' : 'delete'](each);
          known[isAdded ? 'add' : 'delete'](each);
        }
        const expected = [...known]
          .toSorted()
          .filter((each) => low === undefined || (isOpen ? each > low : each >= low))
          .filter((each) => high === undefined || (isOpen ? each < high : each <= high));
        if (reverse) expected.reverse();
        const range = {
          ...(low !== undefined && { [isOpen ? 'gt' : 'gte']: low }),
          ...(high !== undefined && { [isOpen ? 'lt' : 'lte']: high }),
        };
        expect(sorted.in({ ...range, reverse, limit: most })).toEqual(
          most < 0 ? expected : expected.slice(0, most),
        );
      },
    ),
  );
});

test('many keys are kept in order through all chunks, and can all be deleted', () => {
  const sorted = new SortedKeys();
  const keys = Array.from({ length: 5000 }, (_, index) => String((index * 7919) % 5000).padStart(4, '0'));
  for (const each of keys) sorted.add(each);
  expect(sorted.in({})).toEqual(keys.toSorted());
  expect(sorted.in({ gte: '2400', lt: '2403' })).toEqual(['2400', '2401', '2402']);
  for (const each of keys.slice(1)) sorted.delete(each);
  expect(sorted.in({})).toEqual(keys.slice(0, 1));
});
