import * as z from 'zod/mini';
import { type HandledMessages, queuedMessages } from '../../contracts/delivery/queued-messages.ts';
import { saysParked } from '../../contracts/workflow/outcome-words.ts';
import { reasonFrom } from '../../contracts/workflow/reason.ts';
import { explainInEnglish } from '../../domain/text/english.ts';
import { openLog } from '../cloudwatch/log.ts';
import { metricsWritten } from '../cloudwatch/metrics.ts';
import { inSources } from './source-place.ts';
import { parseAt } from '../dynamodb/table/parse.ts';
import { optionalTextSchema, textSchema } from '../../domain/values/plain.ts';

// Before a function reads its settings.
explainInEnglish();

/** What a line in the log is found by: ids, no personal data. */
const id = z.catch(optionalTextSchema, undefined);
const ids = z.object({ planId: id, licenceId: id, execution: id });
/** Of an event of a bus its detail is what it is about. */
const event = z.object({ detail: ids });
/** What a step on a batch puts out, as far as the log needs it. */
const batch = z.object({
  next: textSchema,
  outcomes: z.array(z.object({ licenceId: textSchema, did: z.array(textSchema), because: textSchema })),
});

/** What Lambda says about a call. */
interface Call {
  readonly awsRequestId: string;
}

/**
 * The handler of a Lambda function: checks what it is called with, then does its work. A line in the log says how a step
 * ended, for each licence that it parked, or why it failed. Throws for any other input; what it throws has no e-mail addresses in it, because Lambda
 * logs it.
 */
export function entryPoint<Schema extends z.ZodMiniType, Output>(
  schema: Schema,
  work: (input: z.infer<Schema>) => Promise<Output>,
): (input: unknown, call?: Call) => Promise<Output> {
  return async (input, call) => {
    const about = { requestId: call?.awsRequestId, ...idsIn(input) };
    try {
      const output = await work(parseAt('the input', schema, input));
      await logBatch(about, output);
      return output;
    } catch (error) {
      throw await logged(about, error);
    } finally {
      await metricsWritten();
    }
  };
}

/**
 * The same for a function that takes messages of a queue, one after the other. What fails on one stays in the queue with
 * that message alone, and a line in the log says why.
 */
export function queueEntryPoint<Schema extends z.ZodMiniType>(
  schema: Schema,
  work: (message: z.infer<Schema>) => Promise<void>,
): (input: unknown, call?: Call) => Promise<HandledMessages> {
  return entryPoint(queuedMessages, async ({ Records }) => {
    const batchItemFailures = [];
    for (const { messageId, body } of Records) {
      try {
        await work(parseAt('the message', schema, JSON.parse(body)));
      } catch (error) {
        await logged({ messageId }, error);
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  });
}

async function logged(about: Readonly<Record<string, unknown>>, error: unknown): Promise<Error> {
  const clean = withoutAddresses(error);
  const log = await openLog();
  log.error('failed', { ...about, error: clean.name, reason: clean.message });
  return clean;
}

async function logBatch(about: z.infer<typeof ids>, output: unknown): Promise<void> {
  const { data } = batch.safeParse(output);
  if (data === undefined) return;
  const log = await openLog();
  const parked = data.outcomes.filter(({ did }) => saysParked(did.at(-1) ?? ''));
  for (const { licenceId, because } of parked) log.warn('parked', { ...about, licenceId, because });
  log.info('done', { ...about, licences: data.outcomes.length, parked: parked.length, next: data.next });
}

function idsIn(input: unknown): z.infer<typeof ids> {
  const ofEvent = event.safeParse(input);
  return ofEvent.success ? ofEvent.data.detail : (ids.safeParse(input).data ?? {});
}

/** The same error, by name and place, in words that may be logged. */
function withoutAddresses(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(reasonFrom(String(error)));
  const clean = new Error(reasonFrom(error.message));
  clean.name = error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  clean.stack = [`${clean.name}: ${clean.message}`, ...frames.map(inSources)].join('\n');
  return clean;
}
