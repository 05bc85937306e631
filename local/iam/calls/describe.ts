import * as z from 'zod';
import { isObject, parseJson } from '../../shared/json.ts';
import { ServiceError } from '../../shared/service-error.ts';
import { cloudformationCalls } from './cloudformation.ts';
import { dynamodbCalls } from './dynamodb.ts';
import { eventsCalls } from './events.ts';
import { kmsCalls } from './kms.ts';
import { invokeByUrl, lambdaCalls } from './lambda.ts';
import { snsCalls, sqsCalls } from './messages.ts';
import { s3Calls } from './s3.ts';
import { isForSettings } from '../../ses/settings.ts';
import { sesCalls, settingsCalls } from './ses.ts';
import { statesCalls } from './states.ts';
import { unknownOperation } from './unknown.ts';
import type { Call } from '../policies/evaluate.ts';
import type { Facts } from './facts.ts';

/** A request to a service of AWS. */
export interface Request {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * What a request does, in the terms of policies.
 * @param service by its name in a signature's scope, or `lambda-url`
 * @throws ServiceError for an operation of which it is not known what permissions it needs, or a request of wrong form
 */
export function describe(service: string, request: Request, facts: Facts): Call[] {
  try {
    return calls(service, request, facts);
  } catch (error) {
    if (error instanceof z.ZodError) throw new ServiceError('ValidationException', z.prettifyError(error));
    throw error;
  }
}

function calls(service: string, request: Request, facts: Facts): Call[] {
  const { account, urls } = facts;
  switch (service) {
    case 'dynamodb':
      return dynamodbCalls(...inJson(request), account);
    case 'states':
      return statesCalls(...inJson(request));
    case 'events':
      return eventsCalls(...inJson(request), account);
    case 'kms':
      return kmsCalls(...inJson(request), facts);
    case 'sqs':
      return sqsCalls(...inJson(request), account);
    case 'sns':
      return snsCalls(inForm(request), facts);
    case 'ses':
      return isForSettings(request) ? settingsCalls(request, account) : sesCalls(inForm(request), facts);
    case 'monitoring':
      return [{ action: `cloudwatch:${inJson(request)[0]}`, resource: '*' }];
    case 'scheduler':
      return [{ action: 'scheduler:ListSchedules', resource: '*' }];
    case 'cloudformation':
      return cloudformationCalls(inForm(request), account);
    case 's3':
      return s3Calls(request);
    case 'lambda':
      return lambdaCalls(request.method, request.url, account);
    case 'lambda-url': {
      const name = /^\/lambda-url\/([^/?]+)/.exec(request.url)?.[1] ?? '';
      const authType = urls.get(name);
      // Where no function has such an address, there is nothing to permit.
      return authType === undefined ? [] : invokeByUrl(name, authType, account);
    }
    case 'sts':
      // Whoever has credentials may ask whose they are.
      return [];
    default:
      return unknownOperation(service, request.url);
  }
}

/** Operation and members of a request in AWS's JSON protocol. */
function inJson({ headers, body }: Request): [operation: string, members: Record<string, unknown>] {
  const target = headers['x-amz-target'] ?? '';
  const members: unknown = parsed(body.toString('utf8') || '{}');
  return [target.slice(target.indexOf('.') + 1), isObject(members) ? members : {}];
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw new ServiceError('SerializationException', 'the request is no JSON object');
  }
}

function inForm({ body }: Request): URLSearchParams {
  return new URLSearchParams(body.toString('utf8'));
}
