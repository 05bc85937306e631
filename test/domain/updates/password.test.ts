import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passwordMessage, typeable } from '../../../domain/updates/password.ts';

const bytes = fc.uint8Array({ minLength: 15, maxLength: 32 });

it('writes five bits of each of fifteen bytes in three groups', () => {
  expect(typeable(Uint8Array.from([...Array(14).keys(), 255]))).toBe('01234-56789-ABCDZ');
  expect(typeable(Uint8Array.from(Array(32).keys()))).toBe('01234-56789-ABCDE');
});

it('writes nothing that is misread for something else', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(typeable(some)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){2}[0-9A-HJKMNP-TV-Z]{5}$/);
    }),
  );
});

it('refuses bytes that are too few to be hard to guess', () => {
  expect(() => typeable(new Uint8Array(14))).toThrow(/takes 15 bytes, not 14/);
});

it('derives from another text for every other licence, product or version', () => {
  const three = fc.tuple(fc.string(), fc.string(), fc.string());
  fc.assert(
    fc.property(three, three, (one, other) => {
      expect(passwordMessage(...one) === passwordMessage(...other)).toBe(
        one.every((part, index) => part === other[index]),
      );
    }),
  );
  expect(passwordMessage('L-1', '2', '3')).not.toBe(passwordMessage('L-1', '2","3', ''));
});
