import { expect, it } from 'vitest';
import { ibanSchema, withoutSpaces } from '../../../domain/billing/iban.ts';

it.each([
  'DE89370400440532013000',
  'DE89 3704 0044 0532 0130 00',
  'GB29NWBK60161331926819',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
])('%s is an IBAN', (iban) => {
  expect(ibanSchema.parse(iban)).toBe(iban);
});

it.each([
  'DE88370400440532013000', // a check digit is wrong
  'DE89370400440532013001',
  'DE8937040044053201300', // a figure is missing
  'de89370400440532013000',
  'XX',
  'x DE89370400440532013000',
  'DE89370400440532013000-',
  'DE89370400440532013000'.padEnd(40, '0'),
  '',
])('%j is none', (text) => {
  const { error } = ibanSchema.safeParse(text);
  expect(error?.issues[0]?.message).toMatch(/IBAN .* such as DE89/);
});

it('is read by machines without spaces', () => {
  expect(withoutSpaces('DE89 3704 0044')).toBe('DE8937040044');
});
