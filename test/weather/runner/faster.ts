import { stripTypeScriptTypes } from 'node:module';
import type { Patch } from './patch.ts';

/** Of a document its number counts here, and that it is stored: printing it would take most of the time. */
const withoutPrinting: Patch = {
  file: 'app/mailing/attach-document.ts',
  from: "const { renderDocument, eInvoiceFile } = await import('../../documents/render.ts');",
  to: `const renderDocument = async (content, locale) => Buffer.from(JSON.stringify([content, locale]));
const eInvoiceFile = () => undefined;`,
};

/** A mail is written, and not encoded: nobody reads its bytes here. */
const withoutMime: Patch = {
  file: 'mail/message/mime.ts',
  from: 'export async function mimeOf(parts: Parts): Promise<Buffer> {',
  to: `export async function mimeOf(parts: Parts): Promise<Buffer> {
  return Buffer.from(parts.text);
}
async function encoded(parts: Parts): Promise<Buffer> {`,
};

/** Metrics and logs are not looked at here. */
const withoutMetrics: Patch = {
  file: 'adapters/cloudwatch/metrics.ts',
  from: `  const publish: Publish = (to) => {`,
  to: `  return;
  const publish: Publish = (to) => {`,
};

/** A licence's state is stored as JSON that is not deflated. */
const withoutDeflating: readonly Patch[] = [
  {
    file: 'adapters/dynamodb/licences/licence-item.ts',
    from: 'deflateRawSync(JSON.stringify(stored.licence));',
    to: 'Buffer.from(JSON.stringify(stored.licence));',
  },
  {
    file: 'adapters/dynamodb/licences/licence-item.ts',
    from: 'inflateRawSync(packed, { maxOutputLength: mostBytes }).toString()',
    to: 'Buffer.from(packed).toString()',
  },
];

/** What is stored is frozen and never changed, but replaced: each item is parsed once by each schema. */
const parsedOnce: Patch = {
  file: 'adapters/dynamodb/table/parse.ts',
  from: '  const parsed = schema.safeParse(value);\n  if (parsed.success) return parsed.data;',
  to: `  const isStored = typeof value === 'object' && value !== null && Object.isFrozen(value);
  const known = isStored ? knownBy(schema) : undefined;
  if (known?.has(value)) return known.get(value);
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    known?.set(value, parsed.data);
    return parsed.data;
  }`,
};

const parsedBySchema: Patch = {
  file: 'adapters/dynamodb/table/parse.ts',
  from: '/** What was read from outside is not as it must be. */',
  to: `const bySchema = new WeakMap();
function knownBy(schema) {
  if (!bySchema.has(schema)) bySchema.set(schema, new WeakMap());
  return bySchema.get(schema);
}`,
};

/** What an event's text says is parsed once too. */
const eventsOnce: Patch = {
  file: 'adapters/dynamodb/licences/event-item.ts',
  from: 'export function eventFrom(licenceId: string, item: unknown): RecordedEvent {',
  to: `const eventsKnown = new WeakMap();
export function eventFrom(licenceId: string, item: unknown): RecordedEvent {
  if (!eventsKnown.has(item)) eventsKnown.set(item, eventRead(licenceId, item));
  return eventsKnown.get(item);
}
function eventRead(licenceId: string, item: unknown): RecordedEvent {`,
};

/** The day of an hour is the same whenever it is asked for. */
const daysOnce: Patch = {
  file: 'domain/calendar.ts',
  from: 'export function dayIn(timeZone: string, instant: string): CivilDate {',
  to: `const daysKnown = new Map();
export function dayIn(timeZone: string, instant: string): CivilDate {
  const key = timeZone + instant;
  if (!daysKnown.has(key)) {
    if (daysKnown.size > 100_000) daysKnown.clear();
    daysKnown.set(key, dayRead(timeZone, instant));
  }
  return daysKnown.get(key);
}
function dayRead(timeZone: string, instant: string): CivilDate {`,
};

/**
 * What makes a play shorter and does not change how it ends. Encoding, metrics and deflating are left out, and what
 * is stored is parsed once.
 */
export const faster: readonly Patch[] = [
  withoutPrinting,
  withoutMime,
  withoutMetrics,
  ...withoutDeflating,
  parsedOnce,
  parsedBySchema,
  eventsOnce,
  daysOnce,
];

const stripped = new Map<string, string>();

/** A handler's text without its types: each world loads the handlers anew. */
export function strippedOnce(url: string, source: () => string): string {
  const known = stripped.get(url);
  if (known !== undefined) return known;
  const text = stripTypeScriptTypes(source());
  stripped.set(url, text);
  return text;
}
