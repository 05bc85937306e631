/** Readers look at everything that the read-only policy shows; operators also act. */
export type ConsoleRole = 'reader' | 'operator';

/** Somebody at the deployed console. */
export interface ConsoleVisitor {
  /** Who it is, as the sign-in service says. */
  readonly person: string;
  readonly role: ConsoleRole;
}

/** Who has a session at the deployed console. */
export interface ConsoleSession extends ConsoleVisitor {
  /** What every form brings back, so that only the console's own pages change something. */
  readonly formCode: string;
}

/** The start of a sign-in: where the browser goes, and what it keeps in the meantime. */
export interface BegunSignIn {
  readonly to: string;
  readonly kept: string;
}

/** What the browser needs to get its token from the sign-in service. */
export interface CodeExchange {
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** A token that the gateway has verified. */
export interface VerifiedToken {
  /** Its claims as the gateway gives them: texts. */
  readonly claims: Readonly<Record<string, string>>;
  /** The token itself. */
  readonly token: string;
}

/** What a verified token leads to. */
export type Admission =
  | { readonly is: 'in'; readonly session: string; readonly to: string }
  /** The token belongs to no sign-in of this browser, or it took too long. */
  | { readonly is: 'stale' }
  /** The sign-in service did not say who it is, or gives the person no role; `why` says so in a sentence. */
  | { readonly is: 'refused'; readonly why: string };

/** The door of the deployed console. Times are in milliseconds since 1970. */
export interface ConsoleDoor {
  /** Of the console, without a slash at its end. */
  readonly address: string;
  /**
   * Begins a sign-in.
   * @param path where it leads to in the end
   * @param asksAgain whether the service has to ask for the password, even if it knows the browser
   * @throws SignInUnavailable where the sign-in service does not answer
   */
  begin(path: string, asksAgain: boolean, now: number): Promise<BegunSignIn>;
  /** Goes on with a sign-in that came back; undefined if this browser did not begin it, or too long ago. */
  exchange(kept: string, state: string, now: number): Promise<CodeExchange | undefined>;
  /** Lets in whoever has a token of the sign-in that this browser began. */
  admit(kept: string, verified: VerifiedToken, now: number): Promise<Admission>;
  /** Who has a session; undefined if it has ended. */
  sessionOf(token: string, now: number): Promise<ConsoleSession | undefined>;
}

/** The company's sign-in service does not answer as it should; the message says how. */
export class SignInUnavailable extends Error {
  override readonly name = 'SignInUnavailable';
}
