import { DocumentReader } from '../../adapters/s3/document-reader.ts';
import {
  fileOfDocument,
  fileOfEInvoice,
  keyOfDocument,
  keyOfEInvoice,
} from '../../contracts/delivery/documents.ts';
import type { CivilDate } from '../../domain/calendar.ts';
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
  const { documents = [] } = (await deployment.history(licenceId)) ?? {};
  const printed: PrintedDocument[] = [];
  for (const document of documents) printed.push(...(await printedDocument(deployment, planId, document)));
  return printed;
}

/** One of them by its printed number: its PDF, and its XML where it has one beside it. Empty before its mail has gone out. */
export async function printedDocument(
  { outputs }: Pick<Deployment, 'outputs'>,
  planId: string,
  { number, issuedOn }: { readonly number: string; readonly issuedOn: CivilDate },
): Promise<readonly PrintedDocument[]> {
  const files = new DocumentReader(settingsOf(outputs));
  const keys: [filename: string, key: string][] = [
    [fileOfDocument(number), keyOfDocument(planId, issuedOn, number)],
  ];
  if (planOf(planId).eInvoices !== undefined)
    keys.push([fileOfEInvoice(number), keyOfEInvoice(planId, issuedOn, number)]);
  const printed: PrintedDocument[] = [];
  for (const [filename, key] of keys) {
    const bytes = await files.find(key);
    if (bytes !== undefined) printed.push({ filename, bytes });
  }
  return printed;
}
