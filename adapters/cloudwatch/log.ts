import type { Logger } from '@aws-lambda-powertools/logger';

let loading: Promise<Logger> | undefined;

/**
 * The function's log. Its library is loaded with the first line: a function starts sooner without it.
 * @returns the same logger for every caller
 */
export function openLog(): Promise<Logger> {
  loading ??= import('@aws-lambda-powertools/logger').then(
    ({ Logger }) => new Logger({ serviceName: 'perennial' }),
  );
  return loading;
}
