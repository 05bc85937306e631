import * as z from 'zod/mini';
import {
  answerStopLink,
  type MailChoice,
  type StoppingDependencies,
} from '../../app/mailing/stop-by-link.ts';
import { localeFor, renderInvalidLink, renderStopPage } from './stop-page.ts';

/** A request to the function's URL. */
export const pageRequest = z.object({
  queryStringParameters: z.optional(z.object({ token: z.optional(z.string()) })),
  headers: z.record(z.string(), z.string()),
  body: z.optional(z.string()),
  isBase64Encoded: z._default(z.boolean(), false),
  requestContext: z.object({ timeEpoch: z.int(), http: z.object({ method: z.string() }) }),
});
type PageRequest = z.infer<typeof pageRequest>;

interface PageResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The page of the link in a mail, and RFC 8058's one-click request: a GET shows, a POST changes. Whoever has the link may
 * do it, since the mail went to nobody else; the change is journalled and can be undone on the same page.
 */
export async function respond(stopping: StoppingDependencies, request: PageRequest): Promise<PageResponse> {
  const locale = localeFor(request.headers['accept-language'] ?? '');
  const { timeEpoch, http } = request.requestContext;
  const token = request.queryStringParameters?.token ?? '';
  const choice = http.method === 'POST' ? choiceIn(request) : undefined;
  const answer = await answerStopLink(stopping, token, new Date(timeEpoch).toISOString(), choice);
  if (answer === undefined) return html(404, renderInvalidLink(locale));
  return html(200, renderStopPage(answer, locale));
}

/** A mail program's one click says only that the mails are to stop: for the licence that the mail is about. */
function choiceIn({ body = '', isBase64Encoded }: PageRequest): MailChoice {
  const form = new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
  const wanted = form.get('do') ?? '';
  const verb = wanted.startsWith('resume-') ? 'resume' : 'stop';
  if (wanted.endsWith('-address')) return { verb, scope: 'address', address: form.get('address') ?? '' };
  return { verb, scope: scopes.find((each) => wanted.endsWith(`-${each}`)) ?? 'licence' };
}

const scopes = ['customer', 'copies', 'manager'] as const;

function html(statusCode: number, body: string): PageResponse {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  };
  return { statusCode, headers, body };
}
