import * as z from 'zod/mini';
import { addDays, civilDateSchema, type CivilDate } from '../../../domain/calendar.ts';
import type { DayKeys } from '../../../adapters/kms/day-keys.ts';
import { codeOf, isCodeOf } from './seal.ts';
import { filledSchema } from '../../../domain/values/filled.ts';

/** How many days a link lets its reader in. */
export const linkDays = 30;
/** How many days a link offers a new one to the same address. */
const renewableDays = 180;
/** No token is longer: ids have at most 100 characters. */
const mostCharacters = 1000;

/** A kind of token: the first of its claims is the day by whose key it is signed. */
export interface Kind<Claims extends readonly [CivilDate, ...unknown[]]> {
  readonly purpose: 'link' | 'session' | 'console sign-in' | 'console session';
  readonly claims: z.ZodMiniType<Claims>;
}

/** Of which day it is, whose page, the code of the reader's address, the path that it leads to. */
type LinkClaims = readonly [CivilDate, customerId: string, addressCode: string, path: string];
/** Of which day its link is, whose page, the code of the reader's address, its own id, until when. */
type SessionClaims = readonly [
  CivilDate,
  customerId: string,
  addressCode: string,
  id: string,
  /** Milliseconds since 1970. */
  until: number,
];

/** A link in a mail. */
export const linkToken: Kind<LinkClaims> = {
  purpose: 'link',
  claims: z.tuple([civilDateSchema, filledSchema, z.string(), z.string().check(z.regex(/^\/(?!\/)/))]),
};
/** What a browser keeps of a reader who has followed one. */
export const sessionToken: Kind<SessionClaims> = {
  purpose: 'session',
  claims: z.tuple([civilDateSchema, filledSchema, z.string(), z.string(), z.int()]),
};

/** Signs claims by the key of their day. Whoever has the token can read them. */
export function sealed<Claims extends readonly [CivilDate, ...unknown[]]>(
  key: Uint8Array,
  { purpose }: Kind<Claims>,
  claims: Claims,
): string {
  const text = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${text}.${codeOf(key, purpose, text)}`;
}

/**
 * The claims of a token, and the key of its day; undefined for one that was not signed here, or too long ago. Only days that
 * a token may be of make a request to KMS.
 * @param today of the clock, in UTC: a business day may be one ahead
 */
export async function opened<Claims extends readonly [CivilDate, ...unknown[]]>(
  keys: Pick<DayKeys, 'keyOf'>,
  kind: Kind<Claims>,
  token: string,
  today: CivilDate,
): Promise<{ readonly claims: Claims; readonly key: Uint8Array } | undefined> {
  const [text = '', code = '', ...more] = token.split('.');
  if (token.length > mostCharacters || more.length > 0) return undefined;
  const claims = claimsIn(kind, text);
  if (claims === undefined) return undefined;
  const [day] = claims;
  if (day > addDays(today, 1) || day < addDays(today, -renewableDays)) return undefined;
  const key = await keys.keyOf(day);
  return isCodeOf(key, kind.purpose, text, code) ? { claims, key } : undefined;
}

function claimsIn<Claims extends readonly [CivilDate, ...unknown[]]>(
  { claims }: Kind<Claims>,
  text: string,
): Claims | undefined {
  try {
    return claims.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}
