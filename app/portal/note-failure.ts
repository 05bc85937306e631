import { openLog } from '../../adapters/cloudwatch/log.ts';
import { reasonFrom } from '../../contracts/workflow/reason.ts';

/** Writes to the log that something has failed, and why, without addresses. @param what such as `no link was sent` */
export function noteFailure(what: string): (error: unknown) => Promise<void> {
  return async (error) => {
    const log = await openLog();
    log.error(what, { reason: reasonFrom(error instanceof Error ? error.message : String(error)) });
  };
}
