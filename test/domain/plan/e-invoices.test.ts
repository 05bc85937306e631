import { describe, expect, it } from 'vitest';
import { postalAddressOf } from '../../../domain/customer/postal-address.ts';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { videoSma } from '../../../plans/video-sma.ts';

const { vendor, eInvoices } = videoSma;
const checking = (changes: Partial<Plan>) => () => checkPlan({ ...videoSma, ...changes });

describe('a plan with e-invoices', () => {
  it('is refused where the printed address is another', () => {
    const moved = { ...vendor, address: ['Beispielstraße 1', '20095 Hamburg'] };
    expect(checking({ vendor: moved })).toThrow("the vendor's printed address lacks 10115 of its e-invoices");
  });

  it('is refused without a VAT id, or a name for the tax', () => {
    expect(checking({ vendor: { ...vendor, taxNumber: null } })).toThrow('need the VAT id of the vendor');
    const untaxed = { vendor: { ...vendor, taxName: null }, taxByCountry: {} };
    expect(checking(untaxed)).toThrow('give `taxName`');
  });

  it('is refused in a currency of three decimals, unless it has none', () => {
    expect(checking({ currency: 'KWD' })).toThrow('two decimals at most: KWD has more');
    expect(checking({ currency: 'KWD', eInvoices: undefined })).not.toThrow();
    expect(eInvoices).toBeDefined();
  });
});

describe('a line of payment', () => {
  const paidTo = (value: string, is: 'iban' | 'bic') =>
    checking({ vendor: { ...vendor, payment: [{ is, label: { en: 'x', de: 'x' }, value }] } });

  it.each(['DE89 3704 0044 0532 0130 00', 'AT611904300234573201', 'GB33 BUKB 2020 1555 5555 55'])(
    'takes the IBAN %s',
    (iban) => {
      expect(paidTo(iban, 'iban')).not.toThrow();
    },
  );

  it.each(['DE88 3704 0044 0532 0130 00', 'de89370400440532013000', 'DE89', ''])(
    'refuses %j as an IBAN',
    (iban) => {
      expect(paidTo(iban, 'iban')).toThrow();
    },
  );

  it('takes a BIC of 8 or 11 characters', () => {
    expect(paidTo('COBADEFF', 'bic')).not.toThrow();
    expect(paidTo('COBADEFFX', 'bic')).toThrow();
  });
});

describe('a postal address', () => {
  it.each([
    ['10115 Berlin', '10115', 'Berlin'],
    ['A-1070 Wien', '1070', 'Wien'],
    ['1012 AB Amsterdam', '1012 AB', 'Amsterdam'],
    ['00-950 Warszawa', '00-950', 'Warszawa'],
    ['111 22 Stockholm', '111 22', 'Stockholm'],
    ['1100-148 Lisboa', '1100-148', 'Lisboa'],
    ['4020 St. Martin im Innkreis', '4020', 'St. Martin im Innkreis'],
  ])('finds postal code and city in %s', (line, postalCode, city) => {
    expect(postalAddressOf(['Road 1', line])).toEqual({ lines: ['Road 1'], postalCode, city });
    expect(postalAddressOf(['Road 1', line, 'Country'])).toEqual({ lines: ['Road 1'], postalCode, city });
  });

  it('keeps all lines where none has them', () => {
    const lines = ['1 Custom House Quay', 'Dublin 1', 'D01 F6P3'];
    expect(postalAddressOf(lines)).toEqual({ lines });
  });
});
