import { inputSchemas } from '../../../app/portal/actions/inputs.ts';
import { didSchemas } from './answers/actions.ts';
import { headerNames } from './headers.ts';
import { components } from './components.ts';
import { problemStatuses } from './problem.ts';
import { type ViewRoute, viewRoutes } from './views.ts';

type Json = Readonly<Record<string, unknown>>;
type Refer = ReturnType<typeof components>['refer'];

/** The document of the API (OpenAPI 3.1), made from the schemas that check its requests. */
export function openApi(): Json {
  const { schemas, refer } = components();
  const paths: Record<string, Json> = {};
  for (const route of viewRoutes)
    paths[`/api/customers/{customerId}${route.path}`] = { get: viewOf(route, refer) };
  paths['/api/customers/{customerId}/documents/{number}/{form}'] = { get: fileOperation };
  for (const name of Object.keys(inputSchemas).filter(isAction))
    paths[`/api/customers/{customerId}/actions/${name}`] = { post: actionOf(name, refer) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Perennial: the customer’s page as an API',
      version: '1',
      description:
        'What customers see and do on their page, for the vendor’s own site. Requests are signed with AWS Signature Version 4 for the service `execute-api`. What a customer may not see is not found.',
    },
    paths,
    components: {
      schemas,
      parameters: { CustomerId: customerId, Reader: reader, Role: role, IdempotencyKey: key },
      responses: { Problem: problemResponse },
      securitySchemes: {
        iam: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'AWS Signature Version 4',
          'x-amazon-apigateway-authtype': 'awsSigv4',
        },
      },
    },
    security: [{ iam: [] }],
  };
}

function isAction(name: string): name is keyof typeof inputSchemas {
  return name in inputSchemas;
}

const customerId = {
  name: 'customerId',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'The customer, or the partner, that asks',
};
const reader = {
  name: headerNames.reader,
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'email' },
  description: 'The e-mail address of the person that asks: it is recorded',
};
const role = {
  name: headerNames.role,
  in: 'header',
  schema: { type: 'string', enum: ['customer', 'partner'], default: 'customer' },
  description: 'Whether a partner asks, which sees the licences of its customers too',
};
const key = {
  name: headerNames.key,
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
  description: 'A request that is sent again under the same key is done once',
};
const problemResponse = {
  description: 'Why it was not done (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const common = ['CustomerId', 'Reader', 'Role'].map(reference);

function reference(name: string): Json {
  return { $ref: `#/components/parameters/${name}` };
}

function problems(...statuses: readonly number[]): Json {
  return Object.fromEntries(statuses.map((status) => [status, { $ref: '#/components/responses/Problem' }]));
}

function inPath(path: string): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: 'path', required: true, schema: { type: 'string' } };
  });
}

function viewOf({ name, path, summary, query = {}, answer }: ViewRoute, refer: Refer): Json {
  const inQuery = Object.entries(query).map(([parameter, description]) => {
    const isMany = parameter === 'sku';
    const schema = isMany ? { type: 'array', items: { type: 'string' } } : { type: 'string' };
    return { name: parameter, in: 'query', schema, description };
  });
  return {
    operationId: name,
    summary,
    parameters: [...common, ...inPath(path), ...inQuery],
    responses: {
      200: { description: 'The view', content: { 'application/json': { schema: refer(answer) } } },
      ...problems(400, 403, 404),
    },
  };
}

const fileOperation: Json = {
  operationId: 'document-file',
  summary: 'A quote, invoice or credit note as PDF, or as the XML of an e-invoice',
  parameters: [
    ...common,
    { name: 'number', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'form', in: 'path', required: true, schema: { type: 'string', enum: ['pdf', 'xml'] } },
  ],
  responses: {
    200: { description: 'The file', content: { 'application/pdf': {}, 'application/xml': {} } },
    ...problems(400, 403, 404),
  },
};

function actionOf(name: keyof typeof inputSchemas, refer: Refer): Json {
  const answer = {
    type: 'object',
    properties: {
      outcome: { enum: ['done', 'already-done'] },
      did: refer(didSchemas[name]),
    },
    required: ['outcome'],
  };
  return {
    operationId: name,
    summary: summaries[name],
    parameters: [...common, reference('IdempotencyKey')],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: refer(inputSchemas[name]) } },
    },
    responses: {
      200: {
        description: 'It is done; `already-done`: before, by this request or by somebody else',
        content: { 'application/json': { schema: answer } },
      },
      ...problems(...problemStatuses),
    },
  };
}

const summaries: Readonly<Record<keyof typeof inputSchemas, string>> = {
  'accept-quote': 'Accept a quote: the whole of it, or for some of the licences that share it',
  'decline-quote': 'Decline a quote, with a reason',
  'accept-change': 'Accept a quote for a change of edition',
  'request-quote': 'Have a quote for renewal or reinstatement sent, or sent again',
  'cancel-renewal': 'Cancel renewal with effect on the day that `cancelling` names',
  'resume-renewal': 'Take a cancellation back',
  'request-change': 'Ask for another edition: it is quoted, or made where it is included',
  'add-modules': 'Order modules at the price that `modules-preview` names',
  'open-ticket': 'Open a support ticket',
  'close-ticket': 'Close a ticket',
  'grant-access': 'Grant remote access for a ticket',
  'revoke-access': 'Revoke remote access',
  'request-password': 'Ask for the password of an update: it is mailed, and in the view of updates',
  'leave-announcements': 'Leave the list of those that updates are announced to',
  'join-announcements': 'Join it again',
  'stop-mails': 'Stop reminders, offers and news, for one licence or for all',
  'resume-mails': 'Have them sent again',
  'stop-copies': 'Of a partner: stop the copies of its customers’ mails',
  'resume-copies': 'Have them sent again',
  'edit-details': 'Change contacts, postal address, VAT id, language and how to order',
};
