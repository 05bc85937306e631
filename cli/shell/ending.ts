import { exitStatus, type ExitStatus } from './exit-status.ts';

/** How a command ends that does not end well: what the operator is told, and the status to exit with. */
export class Ending extends Error {
  readonly status: ExitStatus;

  constructor(message: string, status: ExitStatus, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The input cannot be taken, and nothing was done; `message` names the value and the remedy. */
export function refused(message: string, options?: ErrorOptions): Ending {
  return new Ending(message, exitStatus.refused, options);
}

/** The operator stopped the work; `message` says how far it was. */
export function interrupted(message: string): Ending {
  return new Ending(message, exitStatus.interrupted);
}

/** The work was not done, or not for every licence. */
export function failed(message: string): Ending {
  return new Ending(message, exitStatus.failed);
}
