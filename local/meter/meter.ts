import { type Clock, instantAt } from '../shared/clock.ts';
import { emptyReading, type MeterReading } from './reading.ts';

const piece = 64 * 1024;
/** HTTP APIs bill requests in pieces of this size, with their answers. */
const pieceOfApi = 512 * 1024;

/** CloudWatch Logs adds so many bytes to each event. */
const bytesAddedToLogEvent = 26;

/** Services that bill requests, each by one count. */
type Billed = 'kms' | 'scheduler' | 'sqs' | 'sns' | 'pipes';

/** Counts what the services of a cloud do, as AWS bills it. */
export class Meter {
  readonly #clock: Clock;
  #reading: MeterReading;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#reading = emptyReading(instantAt(clock.passing()));
  }

  read(): MeterReading {
    return structuredClone(this.#reading);
  }

  /** Counts from 0 again. */
  reset(): void {
    this.#reading = emptyReading(instantAt(this.#clock.passing()));
  }

  countTransition(): void {
    this.#reading.counts.stepFunctions.standardTransitions += 1;
  }

  countExpressRequest(): void {
    this.#reading.counts.stepFunctions.expressRequests += 1;
  }

  /** A call of a function. AWS rounds its time up to the millisecond. */
  countInvocation(memoryMb: number, milliseconds: number): void {
    const { lambda } = this.#reading.counts;
    lambda.invocations += 1;
    lambda.gbSeconds += (Math.ceil(milliseconds) / 1000) * (memoryMb / 1024);
  }

  countDatabase(operation: string, units: { readonly write?: number; readonly read?: number }): void {
    const { dynamodb } = this.#reading.counts;
    dynamodb.writeUnits += units.write ?? 0;
    dynamodb.readUnits += units.read ?? 0;
    dynamodb.requests[operation] = (dynamodb.requests[operation] ?? 0) + 1;
  }

  countObjectWritten(bucket: string): void {
    this.#reading.objects[bucket] = (this.#reading.objects[bucket] ?? 0) + 1;
  }

  countS3(kind: 'puts' | 'gets'): void {
    this.#reading.counts.s3[kind] += 1;
  }

  countMail(recipients: number): void {
    this.#reading.mails += 1;
    this.#reading.counts.ses += recipients;
  }

  countEvent(bytes: number): void {
    this.#reading.counts.eventBridge += Math.max(1, Math.ceil(bytes / piece));
  }

  countLog(events: number, bytes: number): void {
    this.#reading.counts.logsBytes += bytes + events * bytesAddedToLogEvent;
  }

  /** A request to an HTTP API. @param bytes of the larger of its body and its answer's */
  countApiRequest(bytes: number): void {
    this.#reading.counts.apiGateway += Math.max(1, Math.ceil(bytes / pieceOfApi));
  }

  /** A request of a service that bills requests, in pieces of 64 KB where it has a body. */
  count(service: Billed, bytes = 0): void {
    this.#reading.counts[service] += Math.max(1, Math.ceil(bytes / piece));
  }
}
