import type { ServiceAnswer, ServiceRequest } from '../endpoint/exchange.ts';

/** The first message to a worker: which handler to load, and where it is. */
export interface WorkerSettings {
  /** Path of the module that exports the handler. */
  readonly file: string;
  /** Name of the export. */
  readonly exportName: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  /** Address of the cloud. */
  readonly endpoint: string;
}

/** One call of a handler, as it is sent to a worker. */
export interface Call {
  readonly requestId: string;
  /** The event as JSON text. */
  readonly payload: string;
  /** Moment of the time-out, in milliseconds since the epoch. */
  readonly deadline: number;
  /** How many milliseconds the cloud's clock is ahead of this machine's. */
  readonly ahead: number;
}

/** What is sent to a worker: its settings once, then call after call, and answers to what it asks the cloud. */
export type Message =
  | { readonly settings: WorkerSettings }
  | { readonly call: Call }
  | { readonly question: number; readonly answer: ServiceAnswer | undefined };

/** A request on its way between threads, where text is copied much faster than a buffer. */
interface SentRequest extends Omit<ServiceRequest, 'body'> {
  /** Its bytes as the characters of Latin-1. */
  readonly body: string;
}

/**
 * What a worker reports: that its handler is loaded (or cannot be), what it wrote to its console, what it asks the cloud,
 * and how each call ended.
 */
export type Report =
  | { readonly kind: 'loaded' }
  /** Its bytes as the characters of Latin-1. */
  | { readonly kind: 'wrote'; readonly text: string }
  | { readonly kind: 'asks'; readonly question: number; readonly request: SentRequest }
  | {
      readonly kind: 'ended';
      readonly requestId: string;
      readonly outcome: Outcome;
      readonly usable: boolean;
    };

/** An error in the form that Lambda returns and that Step Functions matches by `errorType`. */
export interface HandlerError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** How a call ended: with the handler's answer as JSON text, or with its error. */
export type Outcome = { readonly payload: string } | { readonly error: HandlerError };

/** The form in which Lambda returns something that was thrown. */
export function handlerError(thrown: unknown): HandlerError {
  if (!(thrown instanceof Error))
    return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  return { errorType: thrown.name, errorMessage: thrown.message, trace: thrown.stack?.split('\n') ?? [] };
}

/** The error of a call that was ended from outside, in Lambda's words. */
export function failure(errorType: string, requestId: string, why: string): HandlerError {
  return { errorType, errorMessage: `RequestId: ${requestId} Error: ${why}`, trace: [] };
}

/** The function that asks the cloud something, and what ends it. */
export interface Asker {
  readonly functionName: string;
  /** Ends the function in the middle of its work, as a machine that fails does; its call ends with this error. */
  readonly die: (errorType: string, why: string) => void;
}

/** Answers what a function asks the cloud; undefined cuts the connection off. */
export type AnswerFunction = (request: ServiceRequest, asker: Asker) => Promise<ServiceAnswer | undefined>;
