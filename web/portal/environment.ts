import type { Visit } from '../../app/portal/reader.ts';

/** What every request to the customer's page brings along. */
export interface PortalEnvironment {
  readonly Bindings: {
    /** Milliseconds since 1970. */
    readonly now: number;
    /** The ARN of who signed a request to the API by IAM. */
    readonly caller?: string | undefined;
  };
  readonly Variables: {
    /** Set behind `session`. */
    readonly visit: Visit;
  };
}
