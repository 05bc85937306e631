import { DocumentReader } from '../../adapters/s3/document-reader.ts';
import { fileOfDocument, keyOfDocument } from '../../contracts/delivery/documents.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import type { Deployment } from './deployment.ts';
import { settingsOf } from './settings-of.ts';

/** A quote or an invoice as it was printed. */
export interface PrintedDocument {
  readonly filename: string;
  readonly pdf: Buffer;
}

/** The quotes and invoices of a licence that are printed. */
export async function documentsOf(
  deployment: Deployment,
  { licenceId, planId }: Pick<Facts, 'licenceId' | 'planId'>,
): Promise<readonly PrintedDocument[]> {
  const files = new DocumentReader(settingsOf(deployment.outputs));
  const { documents = [] } = (await deployment.history(licenceId)) ?? {};
  const printed: PrintedDocument[] = [];
  for (const { number, issuedOn } of documents) {
    const pdf = await files.find(keyOfDocument(planId, issuedOn, number));
    if (pdf !== undefined) printed.push({ filename: fileOfDocument(number), pdf });
  }
  return printed;
}
