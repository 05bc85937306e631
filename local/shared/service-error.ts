/** An error that an AWS service answers with: a code that SDKs know by name, and a message. */
export class ServiceError extends Error {
  readonly code: string;
  readonly statusCode: number;
  /** Further members of the answer, for example CancellationReasons. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    statusCode = 400,
  ) {
    super(message);
    this.name = code;
    this.code = code;
    this.statusCode = statusCode;
    this.details = details;
  }
}
