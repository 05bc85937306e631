import * as z from 'zod/mini';
import { refusalCodes } from '../../../app/portal/refusal.ts';
import { price, daySchema, quoteState } from './answers/common.ts';

/** What has changed since the caller looked. */
const meanwhileSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('quote'), number: z.string(), state: quoteState }),
  z.strictObject({ what: z.literal('end-of-cover'), endsOn: daySchema }),
  z.strictObject({ what: z.literal('price'), price }),
  z.strictObject({ what: z.literal('details'), version: z.string() }),
]);

/** Why a request was not done, as RFC 9457 has it. `type` is about:blank: the title says what the status does. */
export const problemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  /** Of 422: the rule, for your own words. */
  code: z.optional(z.enum(refusalCodes)),
  field: z.optional(z.string()),
  licenceId: z.optional(z.string()),
  /** Of 409. */
  now: z.optional(meanwhileSchema),
  /** Of 400: each mistake by its place. */
  errors: z.optional(z.array(z.strictObject({ path: z.string(), message: z.string() }))),
});

export type Problem = z.infer<typeof problemSchema>;

const titles = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Changed meanwhile',
  422: 'Refused',
  500: 'Failed',
  503: 'Busy',
} as const;

export type ProblemStatus = keyof typeof titles;

/** A problem of a status, with what is known of it. */
export function problem(
  status: ProblemStatus,
  more: Omit<Partial<Problem>, 'type' | 'status' | 'title'> = {},
): Response {
  const body = { type: 'about:blank', title: titles[status], status, ...more };
  const headers = {
    'content-type': 'application/problem+json',
    ...(status === 503 && { 'retry-after': '1' }),
  };
  return new Response(JSON.stringify(body), { status, headers });
}

export const problemStatuses = [400, 403, 404, 409, 422, 503] as const satisfies readonly ProblemStatus[];
