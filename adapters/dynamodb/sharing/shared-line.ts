import * as z from 'zod/mini';
import type { Shared } from '../../../domain/licence/shared.ts';
import { records } from '../licences/licence-item.ts';
import { parseAt } from '../table/parse.ts';
import { type HeadKey, headKeySchema } from './shared-head.ts';
import { positiveSchema } from '../../../domain/values/whole.ts';
import { textSchema } from '../../../domain/values/plain.ts';

/** An event of a licence that is a line of a shared document or mail. */
export interface SharedLine {
  readonly licenceId: string;
  readonly version: number;
}

const lineSchema = z.object({ licenceId: textSchema, version: positiveSchema });
const itemSchema = z.object({ head: headKeySchema, lines: z.array(lineSchema).check(z.minLength(1)) });

/** The lines that one transaction adds: an item of the licence with which the document and the mail lie. */
export function linesItem(
  lead: Shared,
  head: HeadKey,
  lines: readonly SharedLine[],
): Record<string, unknown> {
  const [first] = lines;
  if (first === undefined) throw new RangeError('a shared document has at least one line');
  const { licenceId, version } = first;
  const record = `${records.shared(lead.version)}${licenceId}#${version}`;
  return { licenceId: lead.licenceId, record, head, lines };
}

/** All lines in the order of their licences' ids, and where it says whether more can follow. */
export function linesIn(
  licenceId: string,
  items: readonly unknown[],
): { readonly lines: readonly SharedLine[]; readonly head: HeadKey | undefined } {
  const parsed = items.map((item) => parseAt(`what is shared with licence ${licenceId}`, itemSchema, item));
  return { lines: parsed.flatMap(({ lines }) => lines).toSorted(byLicence), head: parsed[0]?.head };
}

function byLicence(one: SharedLine, other: SharedLine): number {
  if (one.licenceId === other.licenceId) return one.version - other.version;
  return one.licenceId < other.licenceId ? -1 : 1;
}
