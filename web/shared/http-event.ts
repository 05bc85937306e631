import * as z from 'zod';

/** A request to an HTTP API, in payload format 2.0. */
export const httpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  cookies: z.array(z.string()).default([]),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    domainName: z.string(),
    timeEpoch: z.int(),
    http: z.object({ method: z.string() }),
    authorizer: z
      .object({
        iam: z.object({ userArn: z.string() }).optional(),
        /** What the JWT authoriser of the route has verified. */
        jwt: z.object({ claims: z.record(z.string(), z.string()) }).optional(),
      })
      .optional(),
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

/** What a function gives back for an answer. What is no text, such as a PDF, goes out in base 64. */
export async function answerFrom(answer: Response): Promise<HttpAnswer> {
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
export function requestOf({ rawPath, rawQueryString, cookies, body, ...event }: HttpEvent): Request {
  const { domainName, http } = event.requestContext;
  const headers = new Headers(event.headers);
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
  return new Request(`https://${domainName}${rawPath}${query}`, {
    method: http.method,
    headers,
    ...(body !== undefined && { body: Buffer.from(body, event.isBase64Encoded ? 'base64' : 'utf8') }),
  });
}
