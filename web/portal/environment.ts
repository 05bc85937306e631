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
    /** Set behind `requireSession`. */
    readonly visit: Visit;
    /** The locale of the reader's customer, such as de-AT; set behind `requireSession`. */
    readonly locale: string;
    /** What every form of the session sends back as `csrf`; set behind `requireSession`. */
    readonly formCode: string;
  };
}
