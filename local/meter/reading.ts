import * as z from 'zod';

const count = z.number().min(0);

/** What the embedded cloud has done, counted as AWS bills it. */
export const countsSchema = z.object({
  stepFunctions: z.object({
    /** States entered and retried, and one for each child execution that a Distributed Map starts. */
    standardTransitions: count,
    expressRequests: count,
  }),
  lambda: z.object({
    invocations: count,
    /** Measured: the only count that is not the same in every run. */
    gbSeconds: count,
  }),
  dynamodb: z.object({
    writeUnits: count,
    readUnits: count,
    /** By operation, such as `PutItem`. */
    requests: z.record(z.string(), count),
  }),
  s3: z.object({
    /** PUT, POST and LIST requests. */
    puts: count,
    /** GET, HEAD and all others that cost anything. */
    gets: count,
  }),
  kms: count,
  /** E-mails: a message counts once for each recipient. */
  ses: count,
  /** Custom events, in pieces of 64 KB. What AWS services publish is free. */
  eventBridge: count,
  /** What log groups take in, with 26 bytes for each event. */
  logsBytes: count,
  scheduler: count,
  sqs: count,
  sns: count,
  /** Records that pipes let through. */
  pipes: count,
  /** Requests to HTTP APIs, in pieces of 512 KB. */
  apiGateway: count,
});
export type Counts = z.infer<typeof countsSchema>;

/** What the meter shows: the counts, and the messages and objects that they came of. */
export const readingSchema = z.object({
  counts: countsSchema,
  /** Messages that SES has accepted. */
  mails: count,
  /** Objects written, by bucket. */
  objects: z.record(z.string(), count),
  /** The instant from which it counts. */
  since: z.iso.datetime(),
});
export type MeterReading = z.infer<typeof readingSchema>;

/** A reading of nothing. */
export function emptyReading(since: string): MeterReading {
  return {
    counts: {
      stepFunctions: { standardTransitions: 0, expressRequests: 0 },
      lambda: { invocations: 0, gbSeconds: 0 },
      dynamodb: { writeUnits: 0, readUnits: 0, requests: {} },
      s3: { puts: 0, gets: 0 },
      kms: 0,
      ses: 0,
      eventBridge: 0,
      logsBytes: 0,
      scheduler: 0,
      sqs: 0,
      sns: 0,
      pipes: 0,
      apiGateway: 0,
    },
    mails: 0,
    objects: {},
    since,
  };
}

/** Adds two counts up, or what both hold. */
export function sumOf(one: Counts, other: Counts): Counts {
  return combine(one, other, (a, b) => a + b);
}

/** What was counted between two readings. */
export function differenceOf(later: Counts, earlier: Counts): Counts {
  return combine(later, earlier, (a, b) => a - b);
}

function combine(one: Counts, other: Counts, by: (a: number, b: number) => number): Counts {
  // Without what adding fractions leaves behind.
  const of = (pick: (counts: Counts) => number): number => Math.round(by(pick(one), pick(other)) * 1e6) / 1e6;
  const operations = new Set([one, other].flatMap(({ dynamodb }) => Object.keys(dynamodb.requests)));
  return {
    stepFunctions: {
      standardTransitions: of(({ stepFunctions }) => stepFunctions.standardTransitions),
      expressRequests: of(({ stepFunctions }) => stepFunctions.expressRequests),
    },
    lambda: {
      invocations: of(({ lambda }) => lambda.invocations),
      gbSeconds: of(({ lambda }) => lambda.gbSeconds),
    },
    dynamodb: {
      writeUnits: of(({ dynamodb }) => dynamodb.writeUnits),
      readUnits: of(({ dynamodb }) => dynamodb.readUnits),
      requests: Object.fromEntries(
        [...operations].sort().map((name) => [name, of(({ dynamodb }) => dynamodb.requests[name] ?? 0)]),
      ),
    },
    s3: { puts: of(({ s3 }) => s3.puts), gets: of(({ s3 }) => s3.gets) },
    kms: of(({ kms }) => kms),
    ses: of(({ ses }) => ses),
    eventBridge: of(({ eventBridge }) => eventBridge),
    logsBytes: of(({ logsBytes }) => logsBytes),
    scheduler: of(({ scheduler }) => scheduler),
    sqs: of(({ sqs }) => sqs),
    sns: of(({ sns }) => sns),
    pipes: of(({ pipes }) => pipes),
    apiGateway: of(({ apiGateway }) => apiGateway),
  };
}
