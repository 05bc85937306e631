/** Exit statuses of the command line. */
export const exitStatus = {
  ok: 0,
  /** The work was not done, or not for every licence. */
  failed: 1,
  /** Bad options or a bad book: nothing was run. */
  refused: 2,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
