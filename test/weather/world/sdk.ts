import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { sesError } from '../services/ses.ts';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { records } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { mailTags } from '../../../contracts/delivery/mail.ts';
import { orMetTransaction, orThrottled } from '../../../adapters/dynamodb/table/faults.ts';
import { retryOnConflict } from '../../../adapters/dynamodb/table/retry.ts';
import type { Service } from './service.ts';
import type { FaultKind } from './faults.ts';
import type { Sky } from './sky.ts';
import { running } from './world.ts';

/** The service of each client, and how often its SDK tries a request. */
const clients = [
  { client: DynamoDBDocumentClient, service: 'dynamodb', attempts: 3 },
  { client: S3Client, service: 's3', attempts: 3 },
  { client: KMSClient, service: 'kms', attempts: 3 },
  { client: SESClient, service: 'ses', attempts: 1 },
  { client: SESv2Client, service: 'ses', attempts: 3 },
  { client: SNSClient, service: 'sns', attempts: 1 },
  { client: SQSClient, service: 'sqs', attempts: 3 },
  { client: SFNClient, service: 'states', attempts: 3 },
] as const satisfies readonly {
  readonly client: unknown;
  readonly service: Service;
  readonly attempts: number;
}[];

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, unknown>>;
}

let sky: Sky | undefined;

/** Has every client, clock and pause of this process work in a world from now on. */
export function liveUnder(next: Sky): void {
  if (sky === undefined) interceptEverything();
  sky = next;
}

function here(): Sky {
  if (sky === undefined) throw new Error('no world was made yet');
  return sky;
}

function interceptEverything(): void {
  for (const { client, service, attempts } of clients) {
    client.prototype.send = function send(command: unknown) {
      return trying(service, attempts, command as Command);
    } as never;
  }
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | ConstructorParameters<typeof RealDate>) {
      if (given.length === 0) super(here().world.now);
      else super(...given);
    }
    static override now(): number {
      return here().world.now;
    }
  } as DateConstructor;
  const timers = createRequire(import.meta.url)('node:timers/promises') as Record<string, unknown>;
  timers['setTimeout'] = async (milliseconds: number, value: unknown) => {
    await here().world.sleep(milliseconds);
    return value;
  };
  syncBuiltinESMExports();
  Math.random = () => here().world.random.next();
}

/** As the SDK does, and for DynamoDB what the application's own client adds to it (document-client.ts). */
function trying(service: Service, attempts: number, command: Command): Promise<unknown> {
  if (service !== 'dynamodb') return repeating(service, attempts, command);
  return retryOnConflict(() =>
    repeating(service, attempts, command).catch((error: unknown) => {
      throw orMetTransaction(orThrottled(error, 'DynamoDB'));
    }),
  );
}

/** Again after what is transient, a little later, with the same token. */
async function repeating(service: Service, attempts: number, command: Command): Promise<unknown> {
  const name = command.constructor.name;
  const token = name === 'TransactWriteCommand' ? { ClientRequestToken: here().token() } : {};
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(service, name, { ...token, ...command.input });
    } catch (error) {
      if (attempt < attempts && isTransient(error)) {
        await here().world.sleep(100 * here().world.random.next() * 2 ** attempt);
        continue;
      }
      const invocation = running.getStore();
      if (invocation !== undefined && leavesDoubt(error)) here().noteCutOff(invocation);
      throw error;
    }
  }
}

/** Whether a write or a send failed in a way that its sender cannot tell what came of it, or cannot write it down. */
function leavesDoubt(error: unknown): boolean {
  return (
    error instanceof Error && (transient.has(error.name) || error instanceof TransactionCanceledException)
  );
}

const transient = new Set(['ThrottlingException', 'Throttling', 'ECONNRESET', 'TimeoutError']);

function isTransient(error: unknown): boolean {
  return error instanceof Error && transient.has(error.name);
}

async function once(service: Service, command: string, input: Command['input']): Promise<unknown> {
  const invocation = running.getStore();
  if (invocation?.isStopped === true) return never();
  const under = here();
  const caller = invocation?.functionName ?? 'operator';
  for (const mailId of claimedOrSent(command, input)) invocation?.mails.add(mailId);
  const fault = under.faultFor(service, command, input, caller);
  under.count(`${service}:${command}`);
  under.trace(() => `${caller} ${command} ${fault ?? ''} ${JSON.stringify(input)}`);
  if (fault === 'killed-before' && invocation !== undefined) {
    under.kill(invocation);
    return never();
  }
  if (fault === 'slow') await under.world.sleep(under.world.random.between(200, 8_000));
  const result = await under.world.request(() => answerUnder(fault, service, command, input));
  if (fault === 'killed-after' && invocation !== undefined) under.kill(invocation);
  if (invocation !== undefined && hasStopped(invocation)) return never();
  if (fault === 'answer-lost') {
    if (invocation !== undefined) under.noteCutOff(invocation);
    await under.world.sleep(10_000);
    throw failure('TimeoutError', 'no answer came');
  }
  return result;
}

/** The mails that a request claims for sending, or sends. */
function claimedOrSent(command: string, input: Command['input']): readonly string[] {
  switch (command) {
    case 'SendRawEmailCommand': {
      const tags = input['Tags'] as readonly { readonly Name: string; readonly Value: string }[];
      return tags.flatMap(({ Name, Value }) => (Name === mailTags.mail ? [Value] : []));
    }
    case 'UpdateCommand': {
      const { [':status']: status } = (input['ExpressionAttributeValues'] ?? {}) as Command['input'];
      const { record } = input['Key'] as { readonly record?: string };
      return status === 'sending' && record !== undefined ? [record.slice(records.mails.length)] : [];
    }
    case 'TransactWriteCommand': {
      const items = input['TransactItems'] as readonly { readonly Update?: Command['input'] }[];
      return items.flatMap(({ Update }) =>
        Update === undefined ? [] : claimedOrSent('UpdateCommand', Update),
      );
    }
    default:
      return [];
  }
}

/** What a service answers, or turns away, under a fault. */
function answerUnder(
  fault: FaultKind | undefined,
  service: Service,
  command: string,
  input: Command['input'],
): object {
  const under = here();
  const answer = (lag = 0) => under.answer(service, command, input, lag);
  switch (fault) {
    case 'refused':
      throw failure('ECONNRESET', 'the connection was reset');
    case 'throttled':
      if (service === 'ses') throw sesError('Throttling', 'Maximum sending rate exceeded.');
      if (service === 'sns') throw throttledBySns();
      throw failure('ThrottlingException', 'Rate exceeded', 400);
    case 'rejected':
      throw sesError('InvalidParameterValue', 'Missing final @domain');
    case 'conflict':
      throw conflictOf(command, input);
    case 'twice':
      return twice(answer);
    case 'stale':
      return answer(under.world.random.between(1, 3000));
    case 'slow':
    case 'answer-lost':
    case 'killed-before':
    case 'killed-after':
    case undefined:
      return answer();
  }
}

function hasStopped(invocation: { isStopped: boolean }): boolean {
  return invocation.isStopped;
}

/** The second delivery may fail where the first did it: the sender gets the first answer. */
function twice(work: () => object): object {
  const first = work();
  try {
    work();
  } catch {
    return first;
  }
  return first;
}

function conflictOf(command: string, input: Command['input']): Error {
  if (command !== 'TransactWriteCommand') {
    return failure('TransactionConflictException', 'Transaction is ongoing for the item', 400);
  }
  const items = input['TransactItems'] as readonly unknown[];
  return new TransactionCanceledException({
    message:
      'Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict]',
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: items.map((_, index) => ({ Code: index === 0 ? 'TransactionConflict' : 'None' })),
  });
}

function throttledBySns(): Error {
  const $metadata = { httpStatusCode: 429 };
  return new SNSServiceException({
    name: 'Throttled',
    message: 'Rate exceeded',
    $fault: 'client',
    $metadata,
  });
}

/** A stopped function gets no answer any more. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

function failure(name: string, message: string, httpStatusCode?: number): Error {
  const $metadata = httpStatusCode === undefined ? {} : { httpStatusCode };
  return Object.assign(new Error(message), { name, code: name, $metadata });
}
