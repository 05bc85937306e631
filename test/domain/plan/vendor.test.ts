import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../domain/plan/plan-schema.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';

describe('a payment link (docs/rules.md §16)', () => {
  const link = (paymentLink: string) =>
    planSchema.safeParse({ ...vtube, vendor: { ...vtube.vendor, paymentLink } });

  it.each(['https://pay.example/{number}', 'https://pay.example/?n={number}&a={amount}&c={currency}'])(
    'is %s',
    (text) => {
      expect(link(text).success).toBe(true);
    },
  );

  it.each([
    'http://pay.example/{number}',
    'see https://pay.example/{number}',
    'https://{number}.example/',
    'https://pay.example?{number}',
    'https://pay.example/{number}/{name}',
    'https://pay.example/{number} now',
    'https:///{number}',
  ])('is not %j', (text) => {
    expect(link(text).error?.issues[0]?.message).toMatch(
      /\{number\}, \{amount\} or \{currency\} as its only/,
    );
  });

  it('names the invoice, and has at most 500 characters', () => {
    expect(link('https://pay.example/').error?.issues[0]?.message).toMatch(/use \{number\}/);
    const start = 'https://pay.example/{number}';
    expect(link(start + 'x'.repeat(500 - start.length)).success).toBe(true);
    expect(link(start + 'x'.repeat(501 - start.length)).success).toBe(false);
  });
});

describe('e-invoices of a vendor (§4.22)', () => {
  const { eInvoices, vendor } = videoSma;
  const saying = (change: object) =>
    planSchema.safeParse({ ...videoSma, eInvoices: { ...eInvoices, ...change } });
  const phone = (text: string) => saying({ contact: { name: 'Erika Beispiel', phone: text } }).success;
  const scheme = (text: string) => saying({ electronicAddress: { scheme: text, id: 'DE123456789' } }).success;
  const taxed = (value: string) =>
    planSchema.safeParse({
      ...videoSma,
      vendor: { ...vendor, taxNumber: { label: vendor.name && { en: 'x', de: 'x' }, value } },
    });

  it('have a telephone number and an address of the code list EAS', () => {
    expect(['+49 30 1234567', '(030) 123/45-6'].map(phone)).toEqual([true, true]);
    expect(['1234', 'call me', '+49 30 1234567 ext', '++49 30 1234567'].map(phone)).toEqual(
      Array(4).fill(false),
    );
    expect(['9930', 'EM'].map(scheme)).toEqual([true, true]);
    expect(['993', '99300', 'em', 'EMS', 'xEM'].map(scheme)).toEqual(Array(5).fill(false));
  });

  it('need the VAT id of the vendor, written as one', () => {
    expect(taxed('DE123456789').success).toBe(true);
    for (const value of ['D123456789', 'nr. DE123456789', 'DE123456789 (neu)', 'DE1', 'de123456789'])
      expect(taxed(value).error?.issues[0]).toMatchObject({
        path: ['eInvoices'],
        message: expect.stringMatching(/VAT id of the vendor/) as string,
      });
  });

  it('find street, postal code and city each in a line of the printed address', () => {
    const address = ['Beispielstraße 1', '10115 Ber', 'lin'];
    const moved = planSchema.safeParse({ ...videoSma, vendor: { ...vendor, address } });
    expect(moved.error?.issues[0]?.message).toMatch(/lacks Berlin of its e-invoices/);
  });
});
