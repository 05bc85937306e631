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

const withoutLog: readonly Patch[] = [
  {
    file: 'adapters/lambda/entry-point.ts',
    from: '  const ofEvent = event.safeParse(input);',
    to: '  return {};\n  const ofEvent = event.safeParse(input);',
  },
  {
    file: 'adapters/lambda/entry-point.ts',
    from: '  const { data } = batch.safeParse(output);',
    to: '  return;\n  const { data } = batch.safeParse(output);',
  },
];

/** The clients of the SDK, one of each for all instances: what they send never leaves the process. */
const oneDocumentClient: Patch = {
  file: 'adapters/dynamodb/table/document-client.ts',
  from: 'export function documentClient(): Documents {',
  to: `let documents: Documents | undefined;
export function documentClient(): Documents {
  return (documents ??= openDocuments());
}
function openDocuments(): Documents {`,
};

const clients: readonly (readonly [file: string, made: string])[] = [
  ['ses/mailer.ts', 'new SESClient('],
  ['stepfunctions/execution-reader.ts', 'new SFNClient('],
  ['stepfunctions/execution-starter.ts', 'new SFNClient('],
  ['kms/day-keys.ts', 'new KMSClient('],
  ['kms/update-passwords.ts', 'new KMSClient('],
  ['messaging/operators-topic.ts', 'new SNSClient('],
  ['messaging/queue.ts', 'new SQSClient('],
  ['s3/map-results.ts', 'new S3Client('],
  ['s3/objects.ts', 'new S3Client('],
  ['s3/document-reader.ts', 'new S3Client('],
];

const oneClient: readonly Patch[] = clients.map(([file, made]) => {
  const name = made.slice('new '.length, -1);
  return { file: `adapters/${file}`, from: made, to: `new (globalThis.oneOf(${name}))(` };
});

const made = new Map<object, object>();

/** A class of which every `new` gives the same object. */
function oneOf(Client: new (config: unknown) => object): (config: unknown) => object {
  return function one(config) {
    const known = made.get(Client) ?? new Client(config);
    made.set(Client, known);
    return known;
  };
}
Object.assign(globalThis, { oneOf });

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

/** The same text of a licence's state is read and checked once: mostly what changes beside it is its mails. */
const statesOnce: readonly Patch[] = [
  {
    file: 'adapters/dynamodb/licences/licence-item.ts',
    from: '  ),\n  licenceSchema,\n);',
    to: '  ),\n  z.unknown(),\n);',
  },
  {
    file: 'adapters/dynamodb/licences/licence-item.ts',
    from: 'return JSON.parse(Buffer.from(packed).toString());',
    to: `const text = Buffer.from(packed).toString();
      if (statesKnown.size > 2_000) statesKnown.clear();
      if (statesKnown.has(text)) return statesKnown.get(text);
      const read = licenceSchema.safeParse(JSON.parse(text));
      if (!read.success) {
        context.issues.push({ code: 'custom', input: text, message: z.prettifyError(read.error) });
        return z.NEVER;
      }
      statesKnown.set(text, frozen(read.data));
      return read.data;`,
  },
  {
    file: 'adapters/dynamodb/licences/licence-item.ts',
    from: 'export const packedLicence = z',
    to: `const statesKnown = new Map();
const partitionsKnown = new Map();
function frozen(value) {
  if (typeof value === 'object' && value !== null) for (const each of Object.values(Object.freeze(value))) frozen(each);
  return value;
}
export const packedLicence = z`,
  },
];

/** A partition's name is hashed once. */
const partitionsOnce: Patch = {
  file: 'adapters/dynamodb/licences/licence-item.ts',
  from: `  const hash = createHash('sha256').update(licenceId).digest().readUInt32BE();`,
  to: `  if (!partitionsKnown.has(licenceId)) {
    partitionsKnown.set(licenceId, createHash('sha256').update(licenceId).digest().readUInt32BE());
  }
  const hash = partitionsKnown.get(licenceId);`,
};

/** The day of a quarter of an hour is the same whenever it is asked for: no clock changes within one. */
const daysOnce: Patch = {
  file: 'domain/calendar.ts',
  from: 'export function dayIn(timeZone: string, instant: string): CivilDate {',
  to: `const daysKnown = new Map();
export function dayIn(timeZone: string, instant: string): CivilDate {
  const key = timeZone + instant.slice(0, 14) + Math.floor(Number(instant.slice(14, 16)) / 15);
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
  ...withoutLog,
  oneDocumentClient,
  ...oneClient,
  ...withoutDeflating,
  ...statesOnce,
  partitionsOnce,
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
