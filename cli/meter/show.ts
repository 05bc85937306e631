import { endedSince } from '../../client/runs/ended-since.ts';
import { meterPath } from '../../local/meter/page.ts';
import { type MeterReading, readingSchema } from '../../local/meter/reading.ts';
import { connect } from '../shell/connect.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { countedIn, type Work } from './work.ts';

export interface MeterOptions {
  readonly json?: boolean;
  readonly reset?: boolean;
}

/** Prints what the embedded cloud has done since its start or the last reset. */
export async function showMeter(
  at: Invocation,
  { json = false, reset = false }: MeterOptions,
): Promise<void> {
  // What the command itself asks of the cloud is counted after the reading.
  const reading = await read(reset);
  const deployment = await connect(at);
  let licenceActions = 0;
  for await (const { line } of endedSince(deployment, reading.since)) licenceActions += line.done;
  const work = { licenceActions, ...countedIn(reading, deployment.outputs) };
  if (json) at.output.json(work);
  else print(at, work, reading.since);
}

async function read(reset: boolean): Promise<MeterReading> {
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  if (endpoint === undefined) {
    throw refused(
      'only the embedded cloud has a meter: start `npx perennial local` and paste the line that it prints',
    );
  }
  const response = await fetch(new URL(meterPath, endpoint), { method: reset ? 'DELETE' : 'GET' }).catch(
    (error: unknown) => {
      throw refused(`${endpoint} does not answer: start \`npx perennial local\``, { cause: error });
    },
  );
  if (!response.ok) throw refused(`${endpoint} has no meter: it is not an embedded cloud of this version`);
  return readingSchema.parse(await response.json());
}

function print({ output }: Invocation, work: Work, since: string): void {
  const { stepFunctions, lambda, dynamodb, s3, ...others } = work;
  output.print(`Since ${since}:`);
  output.table(
    ['count', 'total'],
    [
      ['licence actions', others.licenceActions],
      ['mails', others.mails],
      ['documents', others.documents],
      ['Step Functions, Standard transitions', stepFunctions.standardTransitions],
      ['Step Functions, Express requests', stepFunctions.expressRequests],
      ['Lambda, invocations', lambda.invocations],
      ['Lambda, GB-seconds', Math.round(lambda.gbSeconds)],
      ['DynamoDB, write units', dynamodb.writeUnits],
      ['DynamoDB, read units', dynamodb.readUnits],
      ...Object.entries(dynamodb.requests).map(([name, total]) => [`DynamoDB, ${name} requests`, total]),
      ['S3, PUT requests', s3.puts],
      ['S3, GET requests', s3.gets],
      ['KMS, requests', others.kms],
      ['SES, mails to a recipient', others.ses],
      ['EventBridge, custom events', others.eventBridge],
      ['EventBridge Pipes, requests', others.pipes],
      ['API Gateway, requests to HTTP APIs', others.apiGateway],
      ['EventBridge Scheduler, firings', others.scheduler],
      ['SQS, requests', others.sqs],
      ['SNS, requests', others.sns],
      ['CloudWatch Logs, bytes', others.logsBytes],
    ],
  );
}
