import type { CustomerHistory, NewEntry } from '../../adapters/dynamodb/customers/customer-history.ts';
import { forgottenAt } from '../../adapters/dynamodb/licences/request-item.ts';
import type { CustomerEntry } from '../../domain/customer/history.ts';
import { Refused } from '../commands/refused.ts';
import { instantOf, type Request } from '../operations/request.ts';

type WithoutStamp<E> = E extends CustomerEntry ? Omit<E, 'at' | 'who'> : never;

/** An entry of a customer's history that a request makes: it says who asked, and when. */
export function newEntry(request: Request, what: WithoutStamp<CustomerEntry>): NewEntry {
  const { requestId, fingerprint, who, now, sendersTime } = request;
  return {
    entry: { at: instantOf(request), who, ...what },
    request: { requestId, fingerprint, expiresAt: forgottenAt(now) },
    sendersTime,
  };
}

/**
 * The entry that a request made when it came before; undefined where it comes for the first time. Throws `Refused` where
 * its id belongs to another request.
 */
export async function earlierEntry(
  history: CustomerHistory,
  customerId: string,
  { requestId, fingerprint }: Request,
): Promise<CustomerEntry | undefined> {
  const made = await history.madeBy(customerId, requestId);
  if (made === undefined || made.fingerprint === fingerprint) return made?.entry;
  throw new Refused(`Request id ${requestId} belongs to another request. Give each request its own id.`);
}
