import * as z from 'zod';
import { receiveMessages } from '../iam/calls/messages.ts';
import type { Permissions } from '../iam/policies/permissions.ts';
import type { Role } from '../iam/policies/principals.ts';
import type { Resource } from '../assembly/resolver.ts';

/** A function that takes the messages of a queue, many at a time. */
export interface EventSource {
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly windowMs: number;
  /** Whether the function says which messages it failed on; otherwise all of a batch fail together. */
  readonly reportsFailures: boolean;
}

/** Where messages go that were handed over so often in vain. */
export interface Redrive {
  readonly queueArn: string;
  readonly maxReceiveCount: number;
}

const properties = z.strictObject({
  EventSourceArn: z.string().regex(/:sqs:/, 'only queues can be event sources of functions here'),
  FunctionName: z.string(),
  BatchSize: z.int().positive().max(10_000).default(10),
  MaximumBatchingWindowInSeconds: z.int().min(0).max(300).default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
});

/** Reads an `AWS::Lambda::EventSourceMapping`. Throws for what is not known here, and for what Lambda refuses. */
export function readEventSource(resource: Resource): EventSource {
  const { EventSourceArn, FunctionName, BatchSize, MaximumBatchingWindowInSeconds, FunctionResponseTypes } =
    properties.parse(resource.properties());
  if (BatchSize > 10 && MaximumBatchingWindowInSeconds === 0)
    throw new Error(`a BatchSize of ${BatchSize} takes a MaximumBatchingWindowInSeconds of 1 or more`);
  return {
    queueArn: EventSourceArn,
    functionName: FunctionName.slice(FunctionName.lastIndexOf(':') + 1),
    batchSize: BatchSize,
    windowMs: MaximumBatchingWindowInSeconds * 1000,
    reportsFailures: FunctionResponseTypes.length > 0,
  };
}

const redrivePolicy = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() });

/** Where a queue's messages go in the end; undefined where they stay. */
export function redriveOf(queue: Resource): Redrive | undefined {
  const given = queue.property('RedrivePolicy');
  if (given === undefined) return undefined;
  const { deadLetterTargetArn: queueArn, maxReceiveCount } = redrivePolicy.parse(given);
  return { queueArn, maxReceiveCount };
}

/** Lambda looks for these permissions when a mapping is made. */
export function checkEventSource({ queueArn }: EventSource, role: Role, permissions: Permissions): void {
  permissions.check(role, ...receiveMessages(queueArn));
}
