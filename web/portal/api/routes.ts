import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { type ActionName, inputSchemas } from '../../../app/portal/actions/inputs.ts';
import type { ActionResult } from '../../../app/portal/actions/result.ts';
import type { Portal } from '../../../app/portal/portal.ts';
import type { Visit } from '../../../app/portal/reader.ts';
import { emailAddressSchema } from '../../../domain/customer/email-address.ts';
import { idSchema } from '../../../domain/text/id.ts';
import { bytesInAnswer, mostAnswerBytes } from '../../shared/answer-size.ts';
import type { PortalEnvironment } from '../environment.ts';
import { openApi } from './openapi.ts';
import { problem } from './problem.ts';
import { headerNames } from './headers.ts';
import { type Asked, viewRoutes } from './views.ts';

type ApiContext = Context<PortalEnvironment>;

const keySchema = z.uuid();
const whoSchema = z.object({
  customerId: idSchema,
  address: emailAddressSchema,
  role: z._default(z.enum(['customer', 'partner']), 'customer'),
});

/**
 * The same views and actions for the vendor's own site, as JSON under `/api`. IAM has signed each request; it names the
 * customer, and the person that is recorded as who asked. `noteFailure` takes what was not foreseen.
 */
export function apiRoutes(
  portal: Portal,
  noteFailure: (error: unknown) => Promise<void>,
): Hono<PortalEnvironment> {
  const api = new Hono<PortalEnvironment>();
  api.onError(async (error) => {
    await noteFailure(error);
    return problem(500, {
      detail: 'The request may have been carried out. Send it again under the same key.',
    });
  });
  api.use(async (context, next) => {
    if (context.env.caller === undefined)
      return problem(403, { detail: 'Sign the request with an IAM identity that may call this API.' });
    return next();
  });
  api.get('/openapi.json', (context) => context.json(openApi()));
  for (const { path, look } of viewRoutes)
    api.get(`/customers/:customerId${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (context) => {
      const visit = visitOf(context);
      if (visit instanceof Response) return visit;
      const seen = await look(portal, visit, askedIn(context));
      if (seen === undefined) return problem(404);
      const text = JSON.stringify(seen);
      if (bytesInAnswer(text) > mostAnswerBytes) return problem(422, { detail: tooLarge });
      return context.body(text, 200, { 'content-type': 'application/json' });
    });
  api.get('/customers/:customerId/documents/:number/:form{pdf|xml}', (context) => file(portal, context));
  for (const name of actionNames)
    api.post(`/customers/:customerId/actions/${name}`, (context) => act(portal, context, name));
  api.all('*', () => problem(404));
  return api;
}

const tooLarge =
  'This is more than the API can send. `npx perennial customer export` writes all that is stored about a customer.';

const actionNames = Object.keys(inputSchemas).filter(isAction);

function isAction(name: string): name is ActionName {
  return name in inputSchemas;
}

function askedIn({ req }: ApiContext): Asked {
  return {
    part: (name) => req.param(name) ?? '',
    query: (name) => req.query(name),
    queries: (name) => req.queries(name) ?? [],
  };
}

/** Who asks, for which customer; or what is wrong with how that is said. */
function visitOf({ req, env }: ApiContext): Visit | Response {
  const said = whoSchema.safeParse({
    customerId: req.param('customerId'),
    address: req.header(headerNames.reader),
    role: req.header(headerNames.role),
  });
  if (!said.success) return badRequest(said.error);
  return { reader: said.data, now: env.now, through: env.caller };
}

async function file(portal: Portal, context: ApiContext): Promise<Response> {
  const visit = visitOf(context);
  if (visit instanceof Response) return visit;
  const { req } = context;
  const form = req.param('form') === 'xml' ? 'xml' : 'pdf';
  const found = await portal.view(visit, 'document-file', { number: req.param('number') ?? '', form });
  if (found === undefined) return problem(404);
  const disposition = `attachment; filename="${found.name}"`;
  return new Response(Buffer.from(found.bytes), {
    headers: { 'content-type': found.type, 'content-disposition': disposition },
  });
}

async function act(portal: Portal, context: ApiContext, name: ActionName): Promise<Response> {
  const visit = visitOf(context);
  if (visit instanceof Response) return visit;
  const key = keySchema.safeParse(context.req.header(headerNames.key));
  if (!key.success)
    return problem(400, { detail: `${headerNames.key}: give each request a UUID of its own.` });
  const input = inputSchemas[name].safeParse(await jsonOf(context));
  if (!input.success) return badRequest(input.error);
  return answerOf(await portal.act(visit, name, { requestId: key.data, input: input.data }));
}

async function jsonOf({ req }: ApiContext): Promise<unknown> {
  try {
    return await req.json<unknown>();
  } catch {
    return undefined;
  }
}

function badRequest(error: z.core.$ZodError): Response {
  const errors = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return problem(400, { errors });
}

function answerOf(result: ActionResult): Response {
  switch (result.outcome) {
    case 'done':
    case 'already-done':
      return Response.json(result);
    case 'refused':
      return problem(422, result.refusal);
    case 'changed-meanwhile':
      return problem(409, { now: result.now });
    case 'not-found':
      return problem(404);
    case 'busy':
      return problem(503, { detail: 'Nothing was done. Send the same request again.' });
  }
}
