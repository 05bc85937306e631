import type { Failure } from '../../adapters/dynamodb/runs/run-item.ts';

/** So many failures are named at the most: a payload has its limits. */
export const mostNamed = 20;

/** These failures in words, and how many more there are of `count` in all. */
export function nameFailures(named: readonly Failure[], count: number): string {
  const names = named.map(({ licenceId, reason }) => `${licenceId} (${reason})`);
  const more = count > named.length ? [`and ${count - named.length} more`] : [];
  return [...names, ...more].join('; ');
}

/** That licences were due and not in index `due`, which the run found by its weekly check; nothing for none. */
export function overlookedInWords(named: readonly string[], count = named.length): string {
  if (count === 0) return '';
  return `; index due did not list ${namesOf(named, count)}, which the run has taken all the same`;
}

/** That licences are due and were in no batch: the next run takes them; nothing for none. */
export function unlistedInWords(unlisted: readonly string[]): string {
  if (unlisted.length === 0) return '';
  return `; these became due only after the worklist was written and wait for the next run: ${namesOf(unlisted, unlisted.length)}`;
}

function namesOf(ids: readonly string[], count: number): string {
  const named = ids.slice(0, mostNamed);
  return `${named.join(', ')}${count > named.length ? ` and ${count - named.length} more` : ''}`;
}
