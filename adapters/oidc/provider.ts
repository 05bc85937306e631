import * as z from 'zod/mini';
import { SignInUnavailable } from '../../contracts/console/door.ts';

const timeoutMilliseconds = 5_000;

const endpoint = z.url({ protocol: /^https?$/ });
const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
});

/** Where a sign-in service takes requests. */
export interface Endpoints {
  readonly authorization: string;
  readonly token: string;
}

/** A company's sign-in service, known by what it publishes of itself (OpenID Connect Discovery). */
export class SignInProvider {
  private readonly issuer: string;
  private known: Promise<Endpoints> | undefined;

  constructor(issuer: string) {
    this.issuer = issuer;
  }

  /** Its endpoints, asked for once. Throws `SignInUnavailable`. */
  async endpoints(): Promise<Endpoints> {
    this.known ??= this.discover();
    try {
      return await this.known;
    } catch (error) {
      this.known = undefined;
      throw error;
    }
  }

  private async discover(): Promise<Endpoints> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer: unknown = await fetch(address, { signal: AbortSignal.timeout(timeoutMilliseconds) })
      .then((response) => response.json())
      .catch((error: unknown) => {
        throw new SignInUnavailable(`${address} does not answer`, { cause: error });
      });
    const { data } = documentSchema.safeParse(answer);
    if (data?.issuer !== this.issuer)
      throw new SignInUnavailable(`${address} does not describe the issuer ${this.issuer}`);
    return { authorization: data.authorization_endpoint, token: data.token_endpoint };
  }
}
