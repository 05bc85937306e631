import { expect, it } from 'vitest';
import { money } from '../../domain/billing/money.ts';
import { lineInWords } from '../../wording/phrases/prices.ts';
import { localiserFor } from '../../wording/phrases/localiser.ts';

const net = money(140_00, 'USD');
const fee = { basis: 'reinstatement-fee', net } as const;

it.each([
  [1, '1 hour at US$140.00 an hour', '1 Stunde zu 140,00 $ pro Stunde'],
  [1.5, '1.5 hours at US$140.00 an hour', '1,5 Stunden zu 140,00 $ pro Stunde'],
])('the hours of labour: %d', (hours, english, german) => {
  expect(inBoth({ basis: 'labour', hours, perHour: net, net })).toEqual([english, german]);
});

it.each([
  [1, '1 day after maintenance ended', '1 Tag nach dem Ende der Wartung'],
  [2, '2 days after maintenance ended', '2 Tage nach dem Ende der Wartung'],
])('the days after which a fixed fee is due: %d', (days, english, german) => {
  expect(inBoth({ ...fee, days })).toEqual([english, german]);
});

it.each([
  [1, '50% of the price of 1 day without maintenance', '50 % des Preises von 1 Tag ohne Wartung'],
  [2, '50% of the price of 2 days without maintenance', '50 % des Preises von 2 Tagen ohne Wartung'],
])('the days that a fee is a part of: %d', (days, english, german) => {
  expect(inBoth({ ...fee, days, percent: 50 })).toEqual([english, german]);
});

function inBoth(line: Parameters<typeof lineInWords>[1]): readonly string[] {
  return ['en-GB', 'de-DE'].map((locale) =>
    lineInWords(localiserFor(locale, { taxName: null }), line).replaceAll(/[\u00a0\u202f]/g, ' '),
  );
}
