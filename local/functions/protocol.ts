/** What a worker of a function is started with. */
export interface WorkerSettings {
  /** Path of the module that exports the handler. */
  readonly file: string;
  /** Name of the export. */
  readonly exportName: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

/** One call of a handler, as it is sent to a worker. */
export interface Call {
  readonly requestId: string;
  /** The event as JSON text. */
  readonly payload: string;
  /** Moment of the time-out, in milliseconds since the epoch. */
  readonly deadline: number;
}

/** An error in the form that Lambda returns and that Step Functions matches by `errorType`. */
export interface HandlerError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** How a call ended: with the handler's answer as JSON text, or with its error. */
export type Outcome = { readonly payload: string } | { readonly error: HandlerError };
