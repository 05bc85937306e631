/** A request to a service of the cloud, whether it came over HTTP or from a function in this process. */
export interface ServiceRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What a service answers. */
export interface ServiceAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Each becomes a header `Set-Cookie`. */
  readonly cookies?: readonly string[];
}

/** Answers the requests to one service; undefined cuts the connection off, as a time-out would. */
export type Handler = (
  request: ServiceRequest,
) => ServiceAnswer | undefined | Promise<ServiceAnswer | undefined>;

/** A whole answer. */
export function answerOf(
  statusCode: number,
  contentType: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): ServiceAnswer {
  return { statusCode, headers: { 'content-type': contentType, ...headers }, body };
}
