import fc from 'fast-check';
import { expect, it } from 'vitest';
import { priced } from '../../../domain/billing/pricing.ts';
import { type Money, money } from '../../../domain/billing/money.ts';
import type { Line } from '../../../domain/billing/price.ts';
import { civilDate } from '../../../domain/calendar.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import { customerKinds } from '../../../domain/customer/kinds.ts';
import { customerTermsOf } from '../../../domain/customer/terms.ts';
import { crossIndustryInvoice } from '../../../documents/einvoice/cii.ts';
import { eInvoiceOf } from '../../../documents/einvoice/collect.ts';
import { universalBusinessDocument } from '../../../documents/einvoice/ubl.ts';
import type { DocumentContent } from '../../../documents/content/content.ts';
import { writeDocument } from '../../../documents/kinds/write.ts';
import { documentLocaliserFor } from '../../../documents/parts/localiser.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { contentOf } from '../../support/documents/papers.ts';
import { systemOf } from '../../support/einvoice/invoices.ts';
import { factsOf } from '../../support/application/play.ts';
import { customer } from '../../support/mail/mails.ts';
import { readingOf, type Reading } from '../../support/einvoice/reading.ts';
import { rulesBrokenBy } from '../../support/einvoice/rules.ts';
import { schemaProblemsOfCii } from '../../support/einvoice/schemas.ts';

const eur = (amount: number) => money(amount, 'EUR');
const amounts = fc.integer({ min: 0, max: 5_000_000_00 });

/** What a customer may be called and live at: what every door takes. */
const words = fc.stringMatching(/^[A-Za-zÄÖÜß&<>"' .,0-9-]{0,30}[A-Za-z]$/);

const customers: fc.Arbitrary<Customer> = fc
  .record(
    {
      name: words,
      kind: fc.constantFrom(...customerKinds),
      country: fc.constantFrom('DE', 'AT', 'IE', 'CH', 'NZ'),
      locale: fc.constantFrom('de-DE', 'de-AT', 'en-IE', 'fr-FR'),
      address: fc.array(words, { maxLength: 6 }),
      vatId: fc.constantFrom('ATU12345675', 'de 123456788', 'IE6388047V', '12345678'),
      taxExemption: words,
      discountPercent: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
      poNumber: words,
      buyerReference: words,
    },
    { requiredKeys: ['name', 'kind', 'country', 'locale'] },
  )
  .map((changes) => customer(changes as Partial<Customer>));

/** Lines of any price, less than nothing too: an initial installation that is taken off. */
const lines: fc.Arbitrary<readonly Line[]> = fc.array(
  fc.oneof(
    amounts.map((net): Line => ({ basis: 'hardware', net: eur(net) })),
    amounts.map((net): Line => ({ basis: 'list', item: 'CAM-64', list: eur(net), net: eur(net) })),
    amounts.map((net): Line => ({ basis: 'credit', net: eur(-net) })),
    fc.record({ net: amounts, years: fc.integer({ min: 1, max: 5 }) }).map(({ net, years }): Line => ({
      basis: 'share-of-list',
      list: eur(net * 5),
      rate: 19,
      years,
      discount: 5,
      net: eur(net),
    })),
  ),
  { minLength: 1, maxLength: 12 },
);

/** An invoice in both syntaxes, in order by their rules and alike. */
function checked(content: DocumentContent, owner: Customer): Reading {
  const localiser = documentLocaliserFor(owner.locale, content.about.vendor);
  const invoice = eInvoiceOf(localiser, content);
  if (invoice === undefined) throw new Error('it is not issued as data');
  const cii = crossIndustryInvoice(invoice);
  expect(schemaProblemsOfCii(cii)).toEqual([]);
  const reading = readingOf(cii);
  expect(rulesBrokenBy(reading, 'factur-x')).toEqual([]);
  const ubl = readingOf(universalBusinessDocument(invoice, 'peppol'));
  expect(rulesBrokenBy(ubl, 'peppol')).toEqual([]);
  expect({ ...ubl, specification: '' }).toEqual({ ...reading, specification: '' });
  return reading;
}

/** Every amount that the PDF's tables have, as they are written there. */
function printedAmounts(content: DocumentContent, { locale }: Customer): readonly string[] {
  const { blocks } = writeDocument(documentLocaliserFor(locale, content.about.vendor), content);
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? [...block.rows.map((row) => row.at(-1) ?? ''), ...block.sums.map(({ value }) => value)]
      : [],
  );
}

/** Expects that the PDF has these amounts too. */
function expectPrinted(content: DocumentContent, owner: Customer, texts: readonly (string | undefined)[]) {
  const { money: written } = documentLocaliserFor(owner.locale, content.about.vendor);
  const printed = printedAmounts(content, owner);
  for (const text of texts) expect(printed).toContain(written(amountOf(text)));
}

function amountOf(text: string | undefined): Money {
  return eur(Number(text?.replace('.', '')));
}

it('an invoice obeys all rules in both syntaxes and agrees with its PDF to the cent', () => {
  fc.assert(
    fc.property(customers, lines, amounts, (owner, given, credit) => {
      const play = systemOf(customer({ country: 'DE' })).until('2026-03-15');
      const base = contentOf(play, 'L-1-I1', owner);
      if (base.kind !== 'invoice') throw new Error('not an invoice');
      const facts = factsOf(videoSma, customerTermsOf(owner));
      const price = priced(videoSma, facts, civilDate('2026-03-15'), given);
      const used = Math.max(0, Math.min(credit, price.total.amount));
      const settlement = {
        state: 'open' as const,
        credit: eur(used),
        credited: eur(0),
        toPay: eur(price.total.amount - used),
      };
      const bill = { ...base.bill, price, settlement };
      const content = { ...base, bill, lines: base.lines.map((line) => ({ ...line, bill })) };
      const { totals, lines: items } = checked(content, owner);
      const toPay = used === 0 ? [] : [totals.due, `-${totals.prepaid ?? ''}`.replace('--', '')];
      expectPrinted(content, owner, [totals.total, ...items.map(({ net }) => net), ...toPay.slice(0, 1)]);
      if (price.taxPercent > 0) expectPrinted(content, owner, [totals.tax]);
    }),
    { numRuns: 60 },
  );
});

it('credit notes, in parts and for the rest, obey all rules and together are the invoice', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 900_00 }), { maxLength: 3 });
  const lists = fc.integer({ min: 1000_00, max: 90_000_00 });
  fc.assert(
    fc.property(customers, parts, lists, (owner, nets, list) => {
      const play = systemOf(owner, list).until('2026-03-15');
      const credit = { activity: 'credit-invoice', invoice: 'last', reason: 'agreed' } as const;
      for (const net of nets) play.does('2026-03-20', { ...credit, net: eur(net) });
      play.does('2026-03-21', credit);
      const invoice = contentOf(play, 'L-1-I1', owner);
      const total = checked(invoice, owner).totals.total;
      const ids = play.events.flatMap((event) =>
        event.type === 'CreditNoteIssued' ? [event.creditNoteId] : [],
      );
      const credited = ids.map((id) => {
        const content = contentOf(play, id, owner);
        const { totals } = checked(content, owner);
        expectPrinted(content, owner, [totals.net, totals.total]);
        return amountOf(totals.total).amount;
      });
      expect(credited.reduce((sum, amount) => sum + amount, 0)).toBe(amountOf(total).amount);
    }),
    { numRuns: 30 },
  );
});
