import { expect, test } from 'vitest';
import { withoutSome } from '../runner/shrink.ts';

const numbers = Array.from({ length: 100 }, (_, index) => index);

test.each([{ needed: [17] }, { needed: [3, 97] }, { needed: [0, 1, 50, 99] }, { needed: [] }])(
  'of a hundred happenings only those are kept that it takes: $needed',
  async ({ needed }) => {
    const fails = (left: readonly number[]) => Promise.resolve(needed.every((one) => left.includes(one)));
    expect(await withoutSome(numbers, fails)).toEqual(needed);
  },
);
