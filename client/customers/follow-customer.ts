import type { Deployment } from '../deployment/deployment.ts';

/** A licence that could not follow its customer, and why. */
interface FailedToFollow {
  readonly licenceId: string;
  readonly reason: string;
}

/** How far licences have followed their customer. */
export interface Followed {
  readonly changed: number;
  readonly failed: readonly FailedToFollow[];
  /** The licence after which to go on; unset where all have followed. */
  readonly next?: string | undefined;
}

/**
 * Has licences of a customer follow it (docs/rules.md §17.6), some in each request; done again, it does the rest.
 * @param most so many requests at most
 * @param after the licence after which to begin; unset: the first
 */
export async function followCustomer(
  { operator }: Deployment,
  customerId: string,
  { most = Infinity, after, signal, onFailed }: FollowOptions = {},
): Promise<Followed> {
  let changed = 0;
  const failed: FailedToFollow[] = [];
  let place = after;
  for (let asked = 0; asked < most; asked += 1) {
    signal?.throwIfAborted();
    const { licences, next } = await operator.followCustomer({ customerId, after: place });
    for (const { licenceId, outcome, reason = 'no reason was given' } of licences) {
      if (outcome === 'changed') changed += 1;
      if (outcome !== 'failed') continue;
      failed.push({ licenceId, reason });
      onFailed?.({ licenceId, reason });
    }
    place = next;
    if (next === undefined) break;
  }
  return { changed, failed, next: place };
}

interface FollowOptions {
  readonly most?: number;
  readonly after?: string | undefined;
  readonly signal?: AbortSignal;
  /** Is called with each licence that could not follow, before the next ones are asked for. */
  readonly onFailed?: (failed: FailedToFollow) => void;
}
