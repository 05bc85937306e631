import { exitStatus, type ExitStatus } from './exit-status.ts';

interface EndingOptions extends ErrorOptions {
  /** Lines that follow the message. */
  readonly details?: readonly string[];
}

/** A command that does not end well: the message for the operator, and the status to exit with. */
export class Ending extends Error {
  readonly status: ExitStatus;
  readonly details: readonly string[];

  constructor(message: string, status: ExitStatus, options: EndingOptions = {}) {
    super(message, options);
    this.status = status;
    this.details = options.details ?? [];
  }
}

/** The input is not accepted and nothing was done; `message` names the value and the remedy. */
export function refused(message: string, options?: EndingOptions): Ending {
  return new Ending(message, exitStatus.refused, options);
}

/** The operator stopped the work; `message` says how far it was. */
export function interrupted(message: string): Ending {
  return new Ending(message, exitStatus.interrupted);
}

/** The work was not done, or not for every licence. */
export function failed(message: string, options?: EndingOptions): Ending {
  return new Ending(message, exitStatus.failed, options);
}
