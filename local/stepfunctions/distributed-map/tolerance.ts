import type { Counts, Status } from '../api/records.ts';
import type { MapParameters } from './parameters.ts';

/** Counts for something of which `total` are to be done and nothing is done yet. */
export function initialCounts(total: number): Counts {
  return {
    total,
    pending: total,
    running: 0,
    succeeded: 0,
    failed: 0,
    timedOut: 0,
    aborted: 0,
    resultsWritten: 0,
  };
}

/** Moves `count` from pending to running. */
export function countStarted(counts: Counts, count: number): void {
  counts.pending -= count;
  counts.running += count;
}

/** Moves `count` from running to where a child with this status belongs. */
export function countEnded(counts: Counts, count: number, status: Status): void {
  counts.running -= count;
  switch (status) {
    case 'SUCCEEDED':
      counts.succeeded += count;
      break;
    case 'TIMED_OUT':
      counts.timedOut += count;
      break;
    case 'ABORTED':
      counts.aborted += count;
      break;
    case 'FAILED':
    case 'RUNNING':
      counts.failed += count;
      break;
  }
}

/**
 * Whether more items have failed than a Map state tolerates: than ToleratedFailureCount or
 * ToleratedFailurePercentage where it gives them, or than none at all.
 */
export function exceedsTolerance(counts: Counts, parameters: MapParameters): boolean {
  const { ToleratedFailureCount: most, ToleratedFailurePercentage: mostPercent } = parameters;
  const failed = counts.failed + counts.timedOut;
  if (most === undefined && mostPercent === undefined) return failed > 0;
  return (
    (most !== undefined && failed > most) ||
    (mostPercent !== undefined && (failed * 100) / counts.total > mostPercent)
  );
}
