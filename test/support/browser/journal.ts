import type { Cause } from '../../../adapters/dynamodb/licences/cause.ts';
import { CustomerHistoryReader } from '../../../adapters/dynamodb/customers/customer-history-reader.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { Deployment } from '../../../client/deployment/deployment.ts';
import type { CustomerEntry } from '../../../domain/customer/history.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { PlayedSample } from './played-sample.ts';

interface Recorded {
  readonly event: Event;
  readonly cause?: Cause | undefined;
}

/** All events of a type in a licence's journal, oldest first, with who asked for each. */
export async function recorded(
  { cloud }: PlayedSample,
  licenceId: string,
  type: Event['type'],
): Promise<readonly Recorded[]> {
  const history = await new Deployment(cloud.outputs).history(licenceId);
  return (history?.events ?? []).filter(({ event }) => event.type === type);
}

/** What was done about a customer, oldest first. */
export function entriesOf({ settings }: PlayedSample, customerId: string): Promise<readonly CustomerEntry[]> {
  return new CustomerHistoryReader(documentClient(), settings).of(customerId);
}
