import * as z from 'zod';
import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { Fired } from '../scheduler/fire.ts';
import type { TimeTravel } from './travel.ts';

/** Where the endpoint shows the clock and takes moves. */
export const clockPath = '/clock';

const moveRequest = z.strictObject({ to: z.iso.date() });

/**
 * Answers `GET` with the reading; `POST` of `{ "to": "2027-03-01" }` with the new reading and what has fired, when all of
 * that has ended. A date that is past is refused with status 409.
 */
export async function answerClock(request: ServiceRequest, travel: TimeTravel): Promise<ServiceAnswer> {
  if (request.method === 'GET') return json(200, travel.read());
  if (request.method !== 'POST')
    throw new ServiceError('ValidationException', 'the clock takes GET and POST');
  const move = await travel.moveTo(dateIn(request.body));
  return move.ok
    ? json(200, { ...move.reading, fired: move.fired.map(firedInJson) })
    : json(409, { message: move.reason });
}

function dateIn(body: Buffer): string {
  try {
    return moveRequest.parse(JSON.parse(body.toString())).to;
  } catch {
    throw new ServiceError('ValidationException', 'expected a body such as { "to": "2027-03-01" }');
  }
}

/** A call's payload is the function's own affair: only its error is passed on. */
function firedInJson(fired: Fired): object {
  const { schedule, instant } = fired;
  const at = instant.toString();
  if ('outcome' in fired) {
    const { outcome } = fired;
    return { schedule, at, call: 'error' in outcome ? { error: outcome.error.errorMessage } : {} };
  }
  const { name, executionArn, status, input, output, error, cause } = fired.execution;
  return { schedule, at, execution: { name, executionArn, status, input, output, error, cause } };
}

function json(statusCode: number, value: object): ServiceAnswer {
  return answerOf(statusCode, 'application/json', JSON.stringify(value));
}
