import { DocumentReader } from '../../adapters/s3/document-reader.ts';
import {
  fileOfDocument,
  fileOfEInvoice,
  keyOfDocument,
  keyOfEInvoice,
} from '../../contracts/delivery/documents.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import { planOf } from '../../plans/plan-of.ts';
import type { Deployment } from './deployment.ts';
import { settingsOf } from './settings-of.ts';

/** A quote, an invoice or a credit note as it was printed, or the XML that goes with it. */
export interface PrintedDocument {
  readonly filename: string;
  readonly bytes: Buffer;
}

/** The quotes, invoices and credit notes of a licence that are printed, with the XML of those that have one beside them. */
export async function documentsOf(
  deployment: Deployment,
  { licenceId, planId }: Pick<Facts, 'licenceId' | 'planId'>,
): Promise<readonly PrintedDocument[]> {
  const files = new DocumentReader(settingsOf(deployment.outputs));
  const { documents = [] } = (await deployment.history(licenceId)) ?? {};
  const printed: PrintedDocument[] = [];
  const take = async (filename: string, key: string) => {
    const bytes = await files.find(key);
    if (bytes !== undefined) printed.push({ filename, bytes });
  };
  const hasEInvoices = planOf(planId).eInvoices !== undefined;
  for (const { number, issuedOn } of documents) {
    await take(fileOfDocument(number), keyOfDocument(planId, issuedOn, number));
    if (hasEInvoices) await take(fileOfEInvoice(number), keyOfEInvoice(planId, issuedOn, number));
  }
  return printed;
}
