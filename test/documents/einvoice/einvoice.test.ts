import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../domain/customer/customer.ts';
import { money } from '../../../domain/billing/money.ts';
import { crossIndustryInvoice } from '../../../documents/einvoice/cii.ts';
import { eInvoiceOf } from '../../../documents/einvoice/collect.ts';
import { documentLocaliserFor } from '../../../documents/parts/localiser.ts';
import { eInvoiceFile } from '../../../documents/render.ts';
import { contentOf } from '../../support/documents/papers.ts';
import { customerTermsOf } from '../../../domain/customer/terms.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';
import { sharedContentOf } from '../../support/documents/shared.ts';
import { austrian, german, irish, swiss, systemOf } from '../../support/einvoice/invoices.ts';
import { activeImage } from '../../support/mail/plays.ts';
import { readingOf } from '../../support/einvoice/reading.ts';
import { rulesBrokenBy } from '../../support/einvoice/rules.ts';
import { convertedToCii, schemaProblemsOfCii } from '../../support/einvoice/schemas.ts';

/** The data in a document's PDF. */
function ciiOf(play: Play, documentId: string, owner: Customer): string {
  const content = contentOf(play, documentId, owner);
  const invoice = eInvoiceOf(documentLocaliserFor(owner.locale, content.about.vendor), content);
  if (invoice === undefined) throw new Error(`${documentId} is not issued as data`);
  return crossIndustryInvoice(invoice);
}

function ublOf(play: Play, documentId: string, owner: Customer): string {
  const xml = eInvoiceFile(contentOf(play, documentId, owner), owner.locale);
  if (xml === undefined) throw new Error(`${documentId} has no file of data beside it`);
  return xml.toString();
}

const exempt: Customer = { ...german, taxExemption: 'Gemeinnützig, § 4 UStG' };
const discounted: Customer = { ...austrian, discountPercent: 12.5 };
const owners = { german, austrian, irish, swiss, exempt, discounted };
const credit = { activity: 'credit-invoice', invoice: 'last', reason: 'agreed' } as const;

describe.each(Object.entries(owners))('of a business that is %s', (_, owner) => {
  const invoiced = systemOf(owner).until('2026-03-15');
  const credited = systemOf(owner)
    .until('2026-03-15')
    .does('2026-03-20', { ...credit, net: money(100_01, 'EUR') })
    .does('2026-03-21', credit);
  const documents = [
    [invoiced, 'L-1-I1'],
    [credited, 'L-1-C1'],
    [credited, 'L-1-C2'],
  ] as const;

  it.each(documents)('obeys the schema and the rules in the PDF', (play, id) => {
    const xml = ciiOf(play, id, owner);
    expect(schemaProblemsOfCii(xml)).toEqual([]);
    expect(rulesBrokenBy(readingOf(xml), 'factur-x')).toEqual([]);
  });

  it.each(documents)('obeys the schema and the rules of Peppol in a file of its own', async (play, id) => {
    const peppol: Customer = { ...owner, eInvoice: 'peppol' };
    const xml = ublOf(play, id, peppol);
    const converted = await convertedToCii(xml);
    expect(rulesBrokenBy(readingOf(xml), 'peppol')).toEqual([]);
    const own = readingOf(ciiOf(play, id, peppol));
    expect({ ...readingOf(xml), specification: own.specification }).toEqual(own);
    // The other implementation drops the reference to the credited invoice (BG-3).
    const { specification, preceding } = own;
    expect({ ...readingOf(converted), specification, preceding }).toEqual(own);
  });
});

describe('an XRechnung', () => {
  const authority: Customer = { ...german, eInvoice: 'xrechnung', buyerReference: '04011000-1234512345-06' };

  it('obeys the rules of XRechnung and names the Leitweg-ID', () => {
    const reading = readingOf(ublOf(systemOf(authority).until('2026-03-15'), 'L-1-I1', authority));
    expect(rulesBrokenBy(reading, 'xrechnung')).toEqual([]);
    expect(reading.buyerReference).toBe('04011000-1234512345-06');
  });

  it('is not written without a postal code and a city, and the PDF has the data alone', () => {
    const nowhere: Customer = { ...authority, address: ['Hafenstraße 3'] };
    const content = contentOf(systemOf(nowhere).until('2026-03-15'), 'L-1-I1', nowhere);
    expect(eInvoiceFile(content, 'de-DE')).toBeUndefined();
    const xml = ciiOf(systemOf(nowhere).until('2026-03-15'), 'L-1-I1', nowhere);
    expect(schemaProblemsOfCii(xml)).toEqual([]);
    expect(rulesBrokenBy(readingOf(xml), 'factur-x')).toEqual([]);
  });
});

describe('an invoice over several licences', () => {
  const plays = (coverEnds: readonly string[]) =>
    coverEnds.map((end, index) =>
      new Play(videoSma, {
        ...customerTermsOf(german),
        licenceId: `SMA-${index + 1}`,
        list: 1000_03 + index,
        purchasedOn: end.replace('2026', '2025'),
        coverEnds: end,
        discountPercent: 5,
      }).until('2026-03-25'),
    );
  const dataOf = (ends: readonly string[]) => {
    const content = sharedContentOf(plays(ends), 'I', german);
    const invoice = eInvoiceOf(documentLocaliserFor(german.locale, videoSma.vendor), content);
    const xml = invoice && crossIndustryInvoice(invoice);
    expect(schemaProblemsOfCii(xml ?? '')).toEqual([]);
    const reading = readingOf(xml ?? '');
    expect(rulesBrokenBy(reading, 'factur-x')).toEqual([]);
    return reading;
  };

  it('has a line for each with its licence, the discounts, and the sum of what each owes', () => {
    const { lines, allowances, totals, period } = dataOf(['2026-03-09', '2026-03-09', '2026-03-09']);
    expect(lines.map(({ description }) => description?.split(';')[0])).toEqual(
      ['SMA-1', 'SMA-2', 'SMA-3'].map((id) => `Lizenz (Seriennummer): ${id}`),
    );
    expect(allowances).toHaveLength(3);
    expect(period).toEqual(['2026-03-10', '2027-03-09']);
    const owed = plays(['2026-03-09', '2026-03-09', '2026-03-09']).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'InvoiceIssued' ? [event.total.amount] : [])),
    );
    expect(totals.total?.replace('.', '')).toBe(String(owed.reduce((sum, amount) => sum + amount)));
  });

  it('names the period of each line where they differ', () => {
    const { lines, period } = dataOf(['2026-03-09', '2026-03-19']);
    expect(period).toEqual([undefined, undefined]);
    expect(lines.map((line) => line.period)).toEqual([
      ['2026-03-10', '2027-03-09'],
      ['2026-03-20', '2027-03-19'],
    ]);
  });
});

describe('what is not issued as data', () => {
  const readable = (play: Play, id: string, owner: Customer) =>
    eInvoiceOf(documentLocaliserFor(owner.locale, play.plan.vendor), contentOf(play, id, owner));

  it('is an invoice of a customer who wants none, or of a plan without', () => {
    expect(
      readable(systemOf(german).until('2026-03-15'), 'L-1-I1', { ...german, eInvoice: 'none' }),
    ).toBeUndefined();
    expect(readable(activeImage().on('2026-02-01', 'accept-quote'), 'L-1-I1', german)).toBeUndefined();
  });

  it('is a quote', () => {
    expect(readable(activeImage().until('2026-01-13'), 'L-1-Q1', german)).toBeUndefined();
  });

  it('is an invoice whose customer owes the tax and has lost the VAT id since', () => {
    const play = systemOf(austrian).until('2026-03-15');
    expect(readable(play, 'L-1-I1', { ...austrian, vatId: undefined })).toBeUndefined();
  });
});
