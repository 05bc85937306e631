import * as z from 'zod/mini';

/** A request to an HTTP API, in payload format 2.0: it has decoded `rawPath`, and not the query. */
export const httpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z._default(z.string(), ''),
  cookies: z._default(z.array(z.string()), []),
  headers: z._default(z.record(z.string(), z.string()), {}),
  body: z.optional(z.string()),
  isBase64Encoded: z._default(z.boolean(), false),
  requestContext: z.object({
    domainName: z.string(),
    timeEpoch: z.int(),
    http: z.object({ method: z.string() }),
    authorizer: z.optional(
      z.object({
        iam: z.optional(z.object({ userArn: z.string() })),
        /** What the JWT authoriser of the route has verified. */
        jwt: z.optional(z.object({ claims: z.record(z.string(), z.string()) })),
      }),
    ),
  }),
});
export type HttpEvent = z.infer<typeof httpEvent>;

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** Those that a request can have. A request of another kind is a mistake or an attack, and no failure of the function. */
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const notAllowed: HttpAnswer = {
  statusCode: 405,
  headers: { allow: 'GET, HEAD, POST', 'cache-control': 'no-store' },
  cookies: [],
  body: '',
  isBase64Encoded: false,
};

/** What a function gives back for a request, as `answer` answers it. */
export async function answerTo(
  event: HttpEvent,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<HttpAnswer> {
  return methods.has(event.requestContext.http.method)
    ? answerFrom(await answer(requestOf(event)))
    : notAllowed;
}

/** What a function gives back for an answer. What is no text, such as a PDF, goes out in base 64. */
async function answerFrom(answer: Response): Promise<HttpAnswer> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isText = /^text\/|json|xml/.test(answer.headers.get('content-type') ?? '');
  const headers = [...answer.headers].filter(([name]) => name !== 'set-cookie');
  return {
    statusCode: answer.status,
    headers: Object.fromEntries(headers),
    cookies: answer.headers.getSetCookie(),
    body: bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
}

/** The request that an event is about. */
function requestOf({ rawPath, rawQueryString, cookies, body, ...event }: HttpEvent): Request {
  const { domainName, http } = event.requestContext;
  const headers = headersOf(event.headers);
  const sent = cookies.filter((cookie) => /^[\x20-\x7e]*$/.test(cookie));
  if (sent.length > 0) headers.set('cookie', sent.join('; '));
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
  const path = rawPath.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return new Request(`https://${domainName}${path}${query}`, {
    method: http.method,
    headers,
    // Nobody reads the body of a question, and `Request` takes none.
    ...(body !== undefined &&
      !['GET', 'HEAD'].includes(http.method) && {
        body: Buffer.from(body, event.isBase64Encoded ? 'base64' : 'utf8'),
      }),
  });
}

/** Without those that no header can be, such as with letters beyond Latin 1. */
function headersOf(given: HttpEvent['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    // oxlint-disable-next-line no-control-regex -- what a header cannot have
    if (/^[\w-]+$/.test(name) && !/[^\u0001-\u00ff]|[\r\n]/.test(value)) headers.set(name, value);
  }
  return headers;
}
