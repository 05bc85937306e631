import type { Deployment } from '../deployment/deployment.ts';

/** What the pages of the console work with, wherever they are served. */
export interface ConsoleSettings {
  readonly deployment: Deployment;
  /** The present instant in UTC; on the embedded cloud that of its clock. */
  readonly now: () => Promise<string>;
  /** Where the deployment is: `embedded cloud`, or a region of AWS. */
  readonly place: string;
}

/** The console on the loopback address, for whoever has the token that was printed. */
export interface LocalConsoleSettings extends ConsoleSettings {
  readonly token: string;
  /** What the `Host` of each request must be, such as `127.0.0.1:4577`. */
  readonly host: string;
}

/** Answers the requests of a browser. */
export type AnswerRequest = (request: Request) => Response | Promise<Response>;
