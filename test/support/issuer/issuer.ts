import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A person of the company, as the token says. */
export type Person = Readonly<Record<string, unknown>>;

interface Asked {
  readonly person: Person;
  readonly clientId: string;
  readonly redirect: string;
  readonly challenge: string;
  readonly nonce: string;
}

/** How a token differs from a good one; `undefined` leaves a claim out. */
interface Forged {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly kid?: string | undefined;
  /** Signed by another key of the same name. */
  readonly byOther?: boolean;
}

/**
 * A company's sign-in service: OpenID Connect with PKCE for public clients. It asks nobody for a password: whoever comes is
 * `person`.
 * @param now milliseconds since 1970, which date its tokens
 */
export async function openIssuer(now: () => number = Date.now) {
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Asked>();
  let person: Person = { sub: '1', email: 'jo@vendor.example', groups: [] };

  const token = ({ claims, byOther = false, ...header }: Forged = {}): Promise<string> => {
    const seconds = Math.floor(now() / 1000);
    const kid = 'kid' in header ? header.kid : 'own';
    return new SignJWT({ iss: url, iat: seconds - 1, exp: seconds + 600, ...claims })
      .setProtectedHeader({ alg: 'RS256', ...(kid !== undefined && { kid }) })
      .sign((byOther ? other : own).privateKey);
  };

  const authorise = (asked: URLSearchParams): string | undefined => {
    const redirect = asked.get('redirect_uri') ?? '';
    const isAsExpected =
      asked.get('response_type') === 'code' &&
      asked.get('code_challenge_method') === 'S256' &&
      (asked.get('scope') ?? '').split(' ').includes('openid');
    if (!isAsExpected) return undefined;
    const code = randomUUID();
    codes.set(code, {
      person,
      clientId: asked.get('client_id') ?? '',
      redirect,
      challenge: asked.get('code_challenge') ?? '',
      nonce: asked.get('nonce') ?? '',
    });
    return `${redirect}?${new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()}`;
  };

  const exchange = async (form: URLSearchParams): Promise<object | undefined> => {
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      form.get('grant_type') === 'authorization_code' &&
      asked?.challenge === challenge &&
      asked.clientId === form.get('client_id') &&
      asked.redirect === form.get('redirect_uri');
    if (!isRight) return undefined;
    const claims = { ...asked.person, aud: asked.clientId, nonce: asked.nonce };
    return { token_type: 'Bearer', expires_in: 600, id_token: await token({ claims }) };
  };

  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify(body));
    };
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    void (async () => {
      switch (pathname) {
        case '/.well-known/openid-configuration':
          answer(200, {
            issuer: url,
            authorization_endpoint: `${url}/authorize`,
            token_endpoint: `${url}/token`,
            jwks_uri: `${url}/keys`,
          });
          return;
        case '/keys':
          answer(200, { keys: [jwk] });
          return;
        case '/authorize': {
          const to = authorise(searchParams);
          if (to === undefined) answer(400, { error: 'invalid_request' });
          else response.writeHead(302, { location: to }).end();
          return;
        }
        case '/token': {
          const given = await exchange(new URLSearchParams(await text(request)));
          if (given === undefined) answer(400, { error: 'invalid_grant' });
          else answer(200, given);
          return;
        }
        default:
          answer(404, {});
      }
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const url = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;

  return {
    url,
    token,
    /** Who comes from now on. */
    signInAs: (next: Person) => {
      person = next;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export type Issuer = Awaited<ReturnType<typeof openIssuer>>;
