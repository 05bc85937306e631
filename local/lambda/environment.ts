import type { Clock } from '../shared/clock.ts';
import type { Outcome, WorkerSettings } from './protocol.ts';

/** Where a function runs, one call at a time: a thread of its own, or the cloud's. */
export interface Environment {
  /** When its handler was loaded, on the clock of `performance`; Infinity while it is not. */
  readonly loadedAt: number;
  /** Whether it can take another call. */
  readonly usable: boolean;
  /**
   * Calls the handler; a call that lasts longer than `timeoutMs` ends the environment. As on Lambda, the
   * time that the first call waits for the handler to be loaded is not part of it. The handler takes the time from `clock`.
   */
  call(requestId: string, payload: string, timeoutMs: number, clock: Clock): Promise<Outcome>;
  /** Ends it, and the call that is under way with an error. */
  stop(): Promise<void>;
}

/**
 * Starts an environment of a function.
 * @param log receives what the handler writes to its console
 */
export type StartEnvironment = (
  settings: WorkerSettings,
  variables: Readonly<Record<string, string>>,
  log: (chunk: Buffer) => void,
) => Environment;
