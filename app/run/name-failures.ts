import type { Failure } from '../../adapters/dynamodb/runs/run-item.ts';

/** So many failures are named at the most: a payload has its limits. */
export const mostNamed = 20;

/** These failures in words, and how many more there are of `count` in all. */
export function nameFailures(named: readonly Failure[], count: number): string {
  const names = named.map(({ licenceId, reason }) => `${licenceId} (${reason})`);
  const more = count > named.length ? [`and ${count - named.length} more`] : [];
  return [...names, ...more].join('; ');
}
