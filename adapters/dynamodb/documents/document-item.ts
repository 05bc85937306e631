import * as z from 'zod';
import { civilDateSchema } from '../../../domain/calendar.ts';
import { parseAt } from '../table/parse.ts';

const documentSchema = z.object({
  licenceId: z.string(),
  /** The id of the quote or invoice in the journal. */
  documentId: z.string(),
  kind: z.enum(['quote', 'invoice']),
  issuedOn: civilDateSchema,
  /** Such as SNUG-2026-00001. */
  number: z.string(),
  /** Set once its PDF is stored. */
  isStored: z.boolean().default(false),
});

/** A quote or invoice and the number that it has for good. */
export type NumberedDocument = z.infer<typeof documentSchema>;

export function documentFrom(licenceId: string, item: unknown): NumberedDocument {
  return parseAt(`a document of licence ${licenceId}`, documentSchema, item);
}
