import * as z from 'zod/mini';
import type { ConsoleVisitor, VerifiedToken } from '../../contracts/console/door.ts';
import type { ConsoleSignIn } from '../../contracts/console/sign-in.ts';

const valuesSchema = z.catch(
  z.union([
    z.pipe(
      z.string(),
      z.transform((one) => [one]),
    ),
    z.array(z.string()),
  ]),
  [],
);
const payloadSchema = z.record(z.string(), z.unknown());
const personSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/**
 * Who a verified token says it is, and which role that person has. The gateway gives a list as one text, in which a group
 * `a b` looks like two: lists are read from the token itself, which is the one that the gateway has verified.
 * @returns `why` says why the person does not come in
 */
export function visitorOf(
  { person: personClaim, roles }: ConsoleSignIn,
  { claims, token }: VerifiedToken,
): ConsoleVisitor | { readonly why: string } {
  const payload = payloadOf(token);
  if (payload === undefined || !isOf(payload, claims)) return { why: 'The token cannot be read.' };
  const person = personSchema.safeParse(payload[personClaim]).data;
  if (person === undefined)
    return {
      why: `The sign-in service does not say who you are: its token has no claim ${personClaim}. Ask the administrator of the console.`,
    };
  if (payload['email_verified'] === false && personClaim === 'email')
    return {
      why: `The sign-in service has not verified the address ${person}. Verify it, and sign in again.`,
    };
  const values = valuesSchema.parse(payload[roles.claim]);
  const has = (wanted: readonly string[]) => wanted.some((one) => values.includes(one));
  if (has(roles.operator)) return { person, role: 'operator' };
  if (has(roles.reader)) return { person, role: 'reader' };
  return {
    why: `You are signed in as ${person}, and that person has no role in the console. Ask the administrator of the console for the role reader or operator.`,
  };
}

function payloadOf(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const [, payload = ''] = token.split('.');
    return payloadSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

/** Whether the claims that the gateway verified are those of this token. */
function isOf(payload: Readonly<Record<string, unknown>>, claims: VerifiedToken['claims']): boolean {
  return ['iss', 'sub', 'nonce', 'exp'].every((name) => claims[name] === String(payload[name]));
}
