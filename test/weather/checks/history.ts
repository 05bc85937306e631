import type { RecordedEvent } from '../../../adapters/dynamodb/licences/event-item.ts';
import { records, type Stored, storedFrom } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { historyIn } from '../../../adapters/dynamodb/licences/history.ts';
import type { NumberedDocument } from '../../../adapters/dynamodb/documents/document-number.ts';
import type { Mail } from '../../../adapters/dynamodb/mails/mail-item.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import type { AcceptedMail } from '../services/ses.ts';
import type { Deployment } from '../world/deployment.ts';

/** Everything that a world has of one licence when the weather has cleared. */
export interface LicenceHistory {
  readonly licenceId: string;
  readonly stored: Stored;
  readonly events: readonly RecordedEvent[];
  readonly mails: readonly Mail[];
  readonly documents: readonly NumberedDocument[];
  /** What SES has accepted of its mails, by the mail's id. */
  readonly accepted: ReadonlyMap<string, readonly AcceptedMail[]>;
}

/** Whether the personal data of a licence's customer were erased: reasons and texts are gone then. */
export function isErased({ events }: LicenceHistory): boolean {
  return events.some(({ event }) => event.type === 'CustomerErased');
}

/** The history of each licence, read from the tables past every fault. */
export function historiesOf(deployment: Deployment): readonly LicenceHistory[] {
  const table = deployment.table(outputs.licencesTable);
  const byMail = Map.groupBy(deployment.ses.accepted, ({ tags }) => tags['mail'] ?? '');
  const licenceIds = new Set([...table.all()].map((item) => String(item['licenceId'])));
  return [...licenceIds].toSorted().map((licenceId) => {
    const items = table.partition(licenceId);
    const licence = items.find((item) => item['record'] === records.licence);
    const history = historyIn(licenceId, items);
    if (history === undefined) throw new Error(`licence ${licenceId} has records and no state`);
    return {
      licenceId,
      stored: storedFrom(licenceId, licence),
      ...history,
      accepted: byMail,
    };
  });
}
