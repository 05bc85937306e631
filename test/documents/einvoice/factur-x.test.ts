import { expect, it } from 'vitest';
import { crossIndustryInvoice } from '../../../documents/einvoice/cii.ts';
import { eInvoiceOf } from '../../../documents/einvoice/collect.ts';
import { documentLocaliserFor } from '../../../documents/parts/localiser.ts';
import { renderDocument } from '../../../documents/render.ts';
import { contentOf, filesIn, pagesOf, pdfOf } from '../../support/documents/papers.ts';
import { austrian, german, systemOf } from '../../support/einvoice/invoices.ts';
import { readingOf } from '../../support/einvoice/reading.ts';
import { allAt, textAt, type Tree, treeOf } from '../../support/einvoice/tree.ts';
import { activeImage } from '../../support/mail/plays.ts';

const content = contentOf(systemOf(austrian).until('2026-03-15'), 'L-1-I1', austrian);
const render = () => renderDocument(content, austrian.locale);

/** What the PDF says of itself: RDF descriptions. */
function metadataIn(pdf: Buffer): readonly Tree[] {
  const [xmp = ''] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(pdf.toString('utf8')) ?? [];
  return allAt(treeOf(xmp), 'rdf:RDF/rdf:Description');
}

it('has the data of the invoice in it, as an alternative to the whole document', async () => {
  const pdf = await render();
  const invoice = eInvoiceOf(documentLocaliserFor(austrian.locale, content.about.vendor), content);
  const files = await filesIn(pdf);
  expect([...files.keys()]).toEqual(['factur-x.xml']);
  expect(files.get('factur-x.xml')).toBe(invoice && crossIndustryInvoice(invoice));
  const text = pdf.toString('latin1');
  const [, fileSpec = ''] = /\/AF \[(\d+) 0 R\]/.exec(text) ?? [];
  const [, specification = ''] =
    new RegExp(`\\n${fileSpec} 0 obj\\n<<([\\s\\S]*?)\\nendobj`).exec(text) ?? [];
  expect(specification).toContain('/AFRelationship /Alternative');
  expect(text).toContain('/Subtype /text#2Fxml');
  expect(text).toContain('/ModDate (D:20260315000000Z)');
});

it('declares itself a Factur-X of the profile EN 16931, with the schema of that, and a PDF/A-3', async () => {
  const metadata = metadataIn(await render());
  const of = (name: string) => metadata.map((each) => textAt(each, name)).find((text) => text !== undefined);
  expect([of('pdfaid:part'), of('pdfaid:conformance')]).toEqual(['3', 'A']);
  const declared = ['DocumentType', 'DocumentFileName', 'Version', 'ConformanceLevel'];
  expect(declared.map((name) => of(`fx:${name}`))).toEqual(['INVOICE', 'factur-x.xml', '1.0', 'EN 16931']);
  const schema = metadata.flatMap((each) => allAt(each, 'pdfaExtension:schemas/rdf:Bag/rdf:li'));
  const properties = schema.flatMap((each) => allAt(each, 'pdfaSchema:property/rdf:Seq/rdf:li'));
  expect(properties.map((each) => textAt(each, 'pdfaProperty:name'))).toEqual(
    expect.arrayContaining(declared),
  );
});

it('is the same bytes each time', async () => {
  expect(await render()).toEqual(await render());
});

it('prints what the data say: the reverse charge, both VAT ids, the purchase order and the sum to pay', async () => {
  const pdf = await render();
  const words = (await pagesOf(pdf)).join(' ');
  const { breakdown, totals, buyer, seller, purchaseOrder } = readingOf(
    (await filesIn(pdf)).get('factur-x.xml') ?? '',
  );
  expect(totals.due).toBe('1800.00');
  expect(words).toContain('Bitte zahlen Sie € 1.800,00');
  expect(words).toContain(breakdown[0]?.reason);
  expect(words).toContain(`USt-IdNr.: ${seller.vatId ?? ''}`);
  expect(words).toContain(`USt-IdNr.: ${buyer.vatId ?? ''}`);
  expect(words).toContain(`Ihre Bestellnummer ${purchaseOrder ?? ''}`);
});

it('stays a PDF without data where none is wanted, and where the plan has none', async () => {
  const play = systemOf(german).until('2026-03-15');
  const without = await pdfOf(play, 'L-1-I1', { ...german, eInvoice: 'none' });
  expect((await filesIn(without)).size).toBe(0);
  expect(without.toString('latin1')).not.toContain('factur-x');
  const quote = await pdfOf(activeImage().until('2026-01-13'), 'L-1-Q1', german);
  expect((await filesIn(quote)).size).toBe(0);
});
