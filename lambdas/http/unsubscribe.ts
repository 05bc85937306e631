import * as z from 'zod';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { applyActivity, applyToAllOf } from '../../app/commands/apply-command.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import { StopLinkChecks } from '../../adapters/kms/stop-links.ts';
import { requireLicence } from '../../app/commands/change-licence.ts';
import { openLicences } from '../../app/commands/open-licences.ts';
import { planOf } from '../../plans/plan-of.ts';
import { languageFor, renderInvalidLink, renderStopPage } from '../../web/unsubscribe/stop-page.ts';

const documents = documentClient();
const licences = openLicences(documents, process.env).causedBy({ by: 'mail-link' });
const index = new CustomerIndex(documents, process.env);
const links = new StopLinkChecks(process.env);

/** A request to the function's URL. */
const request = z.object({
  queryStringParameters: z.object({ token: z.string().optional() }).optional(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({ timeEpoch: z.int(), http: z.object({ method: z.string() }) }),
});
type Request = z.infer<typeof request>;

interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The page of the link in a mail, and RFC 8058's one-click request: a GET shows, a POST does. Whoever has the link may do
 * it, since the mail went to nobody else; what is done is journalled, and can be taken back on the same page.
 */
export async function handler(event: unknown): Promise<Response> {
  const asked = parseAt('the request', request, event);
  const language = languageFor(asked.headers['accept-language'] ?? '');
  const { timeEpoch, http } = asked.requestContext;
  const time = new Date(timeEpoch).toISOString();
  const token = asked.queryStringParameters?.token ?? '';
  const licenceId = await links.licenceOf(token, dayIn('UTC', time));
  if (licenceId === undefined) return html(404, renderInvalidLink(language));
  if (http.method === 'POST') {
    const { planId } = requireLicence(licenceId, await licences.load(licenceId)).licence.facts;
    await act(licenceId, choiceIn(asked), dayIn(planOf(planId).timeZone, time));
  }
  const { licence } = requireLicence(licenceId, await licences.load(licenceId));
  return html(200, renderStopPage({ licenceId, ...licence.correspondence }, language));
}

interface Choice {
  readonly verb: 'stop' | 'resume';
  readonly scope: 'licence' | 'customer';
}

/** One click of a mail program says nothing but that the mails are to stop: for the licence that the mail is about. */
function choiceIn({ body = '', isBase64Encoded }: Request): Choice {
  const form = new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
  const wanted = form.get('do');
  const scope = wanted?.endsWith('-customer') === true ? 'customer' : 'licence';
  return { verb: wanted?.startsWith('resume-') === true ? 'resume' : 'stop', scope };
}

async function act(licenceId: string, { verb, scope }: Choice, on: CivilDate): Promise<void> {
  const command =
    verb === 'stop'
      ? ({ on, activity: 'stop-mails', by: 'unsubscribe', scope } as const)
      : ({ on, activity: 'resume-mails', scope } as const);
  if (scope === 'licence') await applyActivity(licences, licenceId, command, on);
  else {
    const { customerId } = requireLicence(licenceId, await licences.load(licenceId)).licence.facts;
    await applyToAllOf({ licences, index }, customerId, command, on);
  }
}

function html(statusCode: number, body: string): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  };
  return { statusCode, headers, body };
}
