import * as z from 'zod/mini';
import type { ConsoleRole } from '../../contracts/console/door.ts';
import { civilDateSchema, type CivilDate } from '../../domain/calendar.ts';
import type { Kind } from '../portal/door/token.ts';
import { filledSchema } from '../../domain/values/filled.ts';

type SignInClaims = readonly [
  CivilDate,
  state: string,
  nonce: string,
  verifier: string,
  path: string,
  /** Milliseconds since 1970. */
  until: number,
];
type SessionClaims = readonly [CivilDate, person: string, role: ConsoleRole, id: string, until: number];

/** What a browser keeps while its person is at the sign-in service. */
export const signInToken: Kind<SignInClaims> = {
  purpose: 'console sign-in',
  claims: z.tuple([
    civilDateSchema,
    z.string(),
    z.string(),
    z.string(),
    z.string().check(z.regex(/^\/(?![/\\])/)),
    z.int(),
  ]),
};

/** What a browser keeps of a person who has signed in. */
export const consoleSessionToken: Kind<SessionClaims> = {
  purpose: 'console session',
  claims: z.tuple([civilDateSchema, filledSchema, z.enum(['reader', 'operator']), z.string(), z.int()]),
};
