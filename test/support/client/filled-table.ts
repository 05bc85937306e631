import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { eventItem, type RecordedEvent } from '../../../adapters/dynamodb/licences/event-item.ts';
import { itemOf, type Stored } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { type Settings, setting, shardsIn } from '../../../contracts/deployment/settings.ts';
import { environment } from '../../../contracts/deployment/environment.ts';

/** As many as DynamoDB takes in one request. */
const atATime = 25;
const sideBySide = 8;

/** A licence to copy, with all that happened to it. */
export interface Template {
  readonly stored: Stored;
  readonly events: readonly RecordedEvent[];
}

/**
 * Fills table `Licences` with copies of played licences, in turn, with the attributes of every index: `FILL-000000` and on,
 * each of one of these customers. What no licence of its own has (numbers in the register, mails, documents) is not copied.
 */
export async function fillLicences(
  settings: Settings,
  templates: readonly Template[],
  customerIds: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const documents = documentClient();
  const table = setting(settings, environment.licencesTable);
  let waiting: Promise<unknown>[] = [];
  let batch: Record<string, unknown>[] = [];
  const send = async () => {
    const RequestItems = { [table]: batch.map((Item) => ({ PutRequest: { Item } })) };
    batch = [];
    waiting.push(documents.send(new BatchWriteCommand({ RequestItems })));
    if (waiting.length < sideBySide) return;
    await Promise.all(waiting);
    waiting = [];
  };
  for (let count = from; count < to; count += 1) {
    const template = templates[count % templates.length];
    if (template === undefined) return;
    const licenceId = `FILL-${String(count).padStart(6, '0')}`;
    const customerId = customerIds[count % customerIds.length] ?? '';
    for (const item of copiesOf(template, licenceId, customerId, shardsIn(settings))) {
      batch.push(item);
      if (batch.length === atATime) await send();
    }
  }
  if (batch.length > 0) await send();
  await Promise.all(waiting);
}

function copiesOf({ stored, events }: Template, licenceId: string, customerId: string, shards: number) {
  const { licenceId: oldLicence, customerId: oldCustomer } = stored.licence.facts;
  const copied = <Value>(value: Value): Value =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll(new RegExp(`"${oldLicence}(?=[-"])`, 'g'), `"${licenceId}`)
        .replaceAll(`"${oldCustomer}"`, `"${customerId}"`),
    ) as Value;
  return [itemOf(copied(stored), shards), ...events.map((each) => eventItem(copied(each)))];
}
