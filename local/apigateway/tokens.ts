import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import * as z from 'zod';
import type { ServiceRequest } from '../endpoint/exchange.ts';
import type { Clock } from '../shared/clock.ts';
import type { Authorizer } from './resources.ts';

/** What a JWT authoriser makes of a request. */
export type Judgement =
  | { readonly is: 'in'; readonly authorizer: object }
  /** No token, or one that is not valid. */
  | { readonly is: 'unauthorized' }
  /** The token has none of the scopes that the route asks for. */
  | { readonly is: 'forbidden' };

/** API Gateway takes signatures by RSA only. */
const algorithms = ['RS256', 'RS384', 'RS512'];

const discovered = z.object({ jwks_uri: z.url() });
const claimsSchema = z.object({
  aud: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
  client_id: z.string().optional(),
  iat: z.number().optional(),
  scope: z.string().optional(),
  scp: z.union([z.string(), z.array(z.string())]).optional(),
});

/** Judges the tokens of requests as the JWT authorisers of HTTP APIs do, with the keys that their issuers publish. */
export class Tokens {
  readonly #clock: Clock;
  readonly #keys = new Map<string, Promise<ReturnType<typeof createRemoteJWKSet>>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param scopes of which the token must have one; empty: it needs none */
  async judge(
    request: ServiceRequest,
    authorizer: Authorizer,
    scopes: readonly string[],
  ): Promise<Judgement> {
    const token = tokenIn(request, authorizer);
    const claims = token === undefined ? undefined : await this.#claimsOf(token, authorizer);
    if (claims === undefined) return { is: 'unauthorized' };
    const { scope, scp = scope ?? [] } = claimsSchema.parse(claims);
    const given = typeof scp === 'string' ? scp.split(' ') : scp;
    if (scopes.length > 0 && !scopes.some((one) => given.includes(one))) return { is: 'forbidden' };
    return {
      is: 'in',
      authorizer: { jwt: { claims: asTexts(claims), scopes: scopes.length === 0 ? null : given } },
    };
  }

  /** The claims of a valid token; undefined for one that is not, and where the issuer does not publish its keys. */
  async #claimsOf(token: string, { issuer, audience }: Authorizer): Promise<JWTPayload | undefined> {
    const now = this.#clock.now();
    try {
      const { kid } = decodeProtectedHeader(token);
      if (kid === undefined) return undefined;
      const { payload } = await jwtVerify(token, await this.#keysOf(issuer), {
        issuer,
        algorithms,
        requiredClaims: ['exp'],
        currentDate: new Date(now),
      });
      const {
        client_id: client,
        aud = client === undefined ? [] : [client],
        iat,
      } = claimsSchema.parse(payload);
      const isFor = aud.some((one) => audience.includes(one));
      return isFor && (iat === undefined || iat * 1000 <= now) ? payload : undefined;
    } catch {
      return undefined;
    }
  }

  #keysOf(issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const known = this.#keys.get(issuer);
    if (known !== undefined) return known;
    const discovering = discover(issuer);
    this.#keys.set(issuer, discovering);
    discovering.catch(() => this.#keys.delete(issuer));
    return discovering;
  }
}

async function discover(issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  return createRemoteJWKSet(new URL(discovered.parse(await response.json()).jwks_uri));
}

/** The token alone, or with the word Bearer before it. A header that has anything else has no token. */
function tokenIn({ headers, url }: ServiceRequest, { source }: Authorizer): string | undefined {
  const [kind, name] = source;
  const given =
    kind === 'header' ? headers[name.toLowerCase()] : new URLSearchParams(url.split('?')[1]).get(name);
  return /^(?:bearer +)?([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(given ?? '')?.[1];
}

/** As functions get claims: all as text, and a list as `[one other]`. What is null is left out. */
function asTexts(claims: JWTPayload): Readonly<Record<string, string>> {
  const given = Object.entries(claims).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, asText(value)]));
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asText).join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
