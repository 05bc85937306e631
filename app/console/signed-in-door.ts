import { createHash, randomBytes } from 'node:crypto';
import type { DayKeys } from '../../adapters/kms/day-keys.ts';
import type { SignInProvider } from '../../adapters/oidc/provider.ts';
import type {
  Admission,
  BegunSignIn,
  CodeExchange,
  ConsoleDoor,
  ConsoleSession,
  VerifiedToken,
} from '../../contracts/console/door.ts';
import type { ConsoleSignIn } from '../../contracts/console/sign-in.ts';
import { signInPaths } from '../../contracts/console/paths.ts';
import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import { codeOf } from '../portal/door/seal.ts';
import { opened, sealed } from '../portal/door/token.ts';
import { consoleSessionToken, signInToken } from './tokens.ts';
import { visitorOf } from './visitor-of.ts';

/** After this time the sign-in service is asked again whether the person is still one of ours, and in which role. */
const sessionMilliseconds = 3_600_000;
/** How long a person may take at the sign-in service. */
const signInMilliseconds = 600_000;
/** A longer path leads to the first page. */
const longestPath = 300;

/** What it takes to let people in. */
export interface SignedInDoorDependencies {
  readonly address: string;
  readonly signIn: ConsoleSignIn;
  readonly keys: Pick<DayKeys, 'keyOf'>;
  readonly provider: Pick<SignInProvider, 'endpoints'>;
}

/**
 * Lets people in who sign in at the company's sign-in service, by the authorisation-code flow with PKCE. Sign-ins and sessions
 * are kept by the browser, sealed: nothing is written anywhere.
 */
export class SignedInDoor implements ConsoleDoor {
  readonly address: string;
  private readonly signIn: ConsoleSignIn;
  private readonly keys: Pick<DayKeys, 'keyOf'>;
  private readonly provider: Pick<SignInProvider, 'endpoints'>;

  constructor({ address, signIn, keys, provider }: SignedInDoorDependencies) {
    this.address = address;
    this.signIn = signIn;
    this.keys = keys;
    this.provider = provider;
  }

  async begin(path: string, asksAgain: boolean, now: number): Promise<BegunSignIn> {
    const [state, nonce, verifier] = [secret(), secret(), secret()];
    const { authorization } = await this.provider.endpoints();
    const day = utcDay(now);
    const claims = [
      day,
      state,
      nonce,
      verifier,
      ownPath(path, this.address),
      now + signInMilliseconds,
    ] as const;
    const to = new URL(authorization);
    const asked = {
      response_type: 'code',
      client_id: this.signIn.clientId,
      redirect_uri: this.redirectUri,
      scope: 'openid profile email',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...(asksAgain && { prompt: 'login' }),
    };
    for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
    return { to: to.href, kept: sealed(await this.keys.keyOf(day), signInToken, claims) };
  }

  async exchange(kept: string, state: string, now: number): Promise<CodeExchange | undefined> {
    const begun = await this.begun(kept, now);
    if (begun?.state !== state) return undefined;
    const { token: tokenEndpoint } = await this.provider.endpoints();
    const { clientId } = this.signIn;
    return { tokenEndpoint, clientId, redirectUri: this.redirectUri, verifier: begun.verifier };
  }

  async admit(kept: string, verified: VerifiedToken, now: number): Promise<Admission> {
    const begun = await this.begun(kept, now);
    if (begun === undefined || verified.claims['nonce'] !== begun.nonce) return { is: 'stale' };
    const visitor = visitorOf(this.signIn, verified);
    if ('why' in visitor) return { is: 'refused', why: visitor.why };
    const day = utcDay(now);
    const { person, role } = visitor;
    const claims = [day, person, role, secret(), now + sessionMilliseconds] as const;
    return {
      is: 'in',
      session: sealed(await this.keys.keyOf(day), consoleSessionToken, claims),
      to: begun.path,
    };
  }

  async sessionOf(token: string, now: number): Promise<ConsoleSession | undefined> {
    const session = await opened(this.keys, consoleSessionToken, token, utcDay(now));
    if (session === undefined) return undefined;
    const [, person, role, , until] = session.claims;
    if (until <= now) return undefined;
    // A person who signs in again on the same day can still send a form of before.
    return { person, role, formCode: codeOf(session.key, 'console form', person) };
  }

  private get redirectUri(): string {
    return `${this.address}${signInPaths.back}`;
  }

  private async begun(kept: string, now: number) {
    const signIn = await opened(this.keys, signInToken, kept, utcDay(now));
    if (signIn === undefined) return undefined;
    const [, state, nonce, verifier, path, until] = signIn.claims;
    return until > now ? { state, nonce, verifier, path } : undefined;
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** A path of the console itself; the first page for one that leads elsewhere in the eyes of a browser. */
function ownPath(path: string, address: string): string {
  const { origin, pathname = '/', search = '' } = URL.parse(path, address) ?? {};
  const own = `${pathname}${search}`;
  const isOwn = origin === address && !/^[/\\]{2}/.test(pathname);
  return isOwn && own.length <= longestPath ? own : '/';
}

function utcDay(now: number): CivilDate {
  return dayIn('UTC', new Date(now).toISOString());
}
