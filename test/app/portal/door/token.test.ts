import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkToken, opened, sealed, sessionToken } from '../../../../app/portal/door/token.ts';
import { addDays, civilDate, type CivilDate } from '../../../../domain/calendar.ts';

const today = civilDate('2026-03-15');
const asked: CivilDate[] = [];
const keyOn = (secret: string) => (day: CivilDate) =>
  createHash('sha256').update(`${secret} ${day}`).digest();
const keys = {
  keyOf: (day: CivilDate) => {
    asked.push(day);
    return Promise.resolve(keyOn('ours')(day));
  },
};

const days = fc.integer({ min: -180, max: 1 }).map((away) => addDays(today, away));
const links = fc.tuple(
  days,
  fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }),
  fc.string({ maxLength: 30 }),
  fc.webPath().map((path) => `/x${path}`),
);

test('a token gives back what was signed, whatever the ids and paths are', () =>
  fc.assert(
    fc.asyncProperty(links, async (claims) => {
      const token = sealed(keyOn('ours')(claims[0]), linkToken, claims);
      fc.pre(token.length <= 1000);
      expect((await opened(keys, linkToken, token, today))?.claims).toEqual(claims);
      expect(token).toMatch(/^[\w-]+\.[\w-]{22}$/);
    }),
  ));

test('a token of which one character differs opens nothing', () =>
  fc.assert(
    fc.asyncProperty(
      links,
      fc.nat(),
      fc.constantFrom('A', 'x', '_', '.', '', ' '),
      async (claims, at, letter) => {
        const token = sealed(keyOn('ours')(claims[0]), linkToken, claims);
        const index = at % token.length;
        const altered = token.slice(0, index) + letter + token.slice(index + 1);
        fc.pre(altered !== token);
        expect(await opened(keys, linkToken, altered, today)).toBeUndefined();
      },
    ),
  ));

test('nobody can sign for somebody else, nor by another key, nor make a session of a link', () =>
  fc.assert(
    fc.asyncProperty(links, links, async (claims, wanted) => {
      fc.pre(JSON.stringify(claims) !== JSON.stringify(wanted));
      const [, code = ''] = sealed(keyOn('ours')(claims[0]), linkToken, claims).split('.');
      const [text = ''] = sealed(keyOn('theirs')(wanted[0]), linkToken, wanted).split('.');
      expect(await opened(keys, linkToken, `${text}.${code}`, today)).toBeUndefined();
      const foreign = sealed(keyOn('theirs')(wanted[0]), linkToken, wanted);
      expect(await opened(keys, linkToken, foreign, today)).toBeUndefined();
      const long = [...claims, 1] as const;
      const asLink = sealed(keyOn('ours')(claims[0]), { ...sessionToken, purpose: 'link' }, long);
      expect(await opened(keys, sessionToken, asLink, today)).toBeUndefined();
    }),
  ));

test('whatever is no token is refused, without a request to KMS', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.json()), async (text) => {
      asked.length = 0;
      expect(await opened(keys, linkToken, text, today)).toBeUndefined();
      expect(
        await opened(keys, linkToken, `${Buffer.from(text).toString('base64url')}.x`, today),
      ).toBeUndefined();
      expect(asked).toEqual([]);
    }),
  ));

test('no day but one that a token may be of makes a request to KMS', async () => {
  const openOf = async (away: number) => {
    asked.length = 0;
    const day = addDays(today, away);
    const token = sealed(keyOn('ours')(day), linkToken, [day, 'C-1', 'code', '/licences']);
    return [(await opened(keys, linkToken, token, today)) !== undefined, asked.length];
  };
  expect(await openOf(2)).toEqual([false, 0]);
  expect(await openOf(1)).toEqual([true, 1]);
  expect(await openOf(-180)).toEqual([true, 1]);
  expect(await openOf(-181)).toEqual([false, 0]);
});

test('a link leads to a path of the page and nowhere else', async () => {
  const token = sealed(keyOn('ours')(today), linkToken, [today, 'C-1', 'code', '//evil.example']);
  expect(await opened(keys, linkToken, token, today)).toBeUndefined();
});
