import type { Customer } from '../../../domain/customer/customer.ts';
import { documentContent } from '../../../documents/content/collect.ts';
import { eInvoiceFile, renderDocument } from '../../../documents/render.ts';
import type { Play } from '../application/play.ts';
import { austrian, german, irish, systemOf } from './invoices.ts';

const reissue = { activity: 'reissue-invoice', invoice: 'last', reason: 'new address' } as const;

interface Example {
  readonly name: string;
  readonly owner: Customer;
  readonly play: Play;
  readonly documentId: string;
  readonly number: string;
}

/** Documents of German, Austrian and Irish businesses: taxed, with reverse charge, credited and issued anew. */
function examples(): readonly Example[] {
  const authority: Customer = {
    ...german,
    name: 'Hafenbehörde Musterstadt',
    eInvoice: 'xrechnung',
    buyerReference: '04011000-1234512345-06',
  };
  const inPeppol: Customer = { ...austrian, eInvoice: 'peppol', discountPercent: 5 };
  const reissued = systemOf(irish).until('2026-03-15').does('2026-03-20', reissue);
  return [
    {
      name: 'german-invoice',
      owner: authority,
      play: systemOf(authority).until('2026-03-15'),
      documentId: 'L-1-I1',
      number: 'SMA-2026-00001',
    },
    {
      name: 'austrian-invoice',
      owner: inPeppol,
      play: systemOf(inPeppol).until('2026-03-15'),
      documentId: 'L-1-I1',
      number: 'SMA-2026-00002',
    },
    {
      name: 'irish-credit-note',
      owner: irish,
      play: reissued,
      documentId: 'L-1-C1',
      number: 'SMA-C-2026-00001',
    },
    {
      name: 'irish-invoice-issued-anew',
      owner: irish,
      play: reissued,
      documentId: 'L-1-I2',
      number: 'SMA-2026-00004',
    },
  ];
}

/** The invoices that examples name, by their numbers. */
const documents = [{ documentId: 'L-1-I1', number: 'SMA-2026-00003' }];

/** The PDF of each example, and the XML beside it where its customer gets one. */
export async function exampleFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const { name, owner, play, documentId, number } of examples()) {
    const papers = { plan: play.plan, customer: owner, journal: play.events, documents };
    const content = documentContent(papers, documentId, number);
    files.set(`${name}.pdf`, await renderDocument(content, owner.locale));
    const xml = eInvoiceFile(content, owner.locale);
    if (xml !== undefined) files.set(`${name}.xml`, xml);
  }
  return files;
}
