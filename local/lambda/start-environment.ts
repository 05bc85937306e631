import type { StartEnvironment } from './environment.ts';
import { InThread } from './in-thread/in-thread.ts';
import type { AnswerFunction } from './protocol.ts';
import { WorkerHandle } from './worker-handle.ts';

/** How functions are run: each in a thread of its own, which asks the cloud through `ask`, or all in this thread. */
export function environmentsIn(where: 'threads' | 'this thread', ask: AnswerFunction): StartEnvironment {
  return where === 'this thread'
    ? (settings, variables, log) => new InThread(settings, variables, log)
    : (settings, variables, log) => new WorkerHandle(settings, variables, log, ask);
}
