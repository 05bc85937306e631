import { eventFrom, type RecordedEvent } from '../../../adapters/dynamodb/licences/event-item.ts';
import { records, type Stored, storedFrom } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { type Mail, mailFrom } from '../../../adapters/dynamodb/mails/mail-item.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import type { Item } from '../dynamodb/evaluate.ts';
import type { AcceptedMail } from '../services/ses.ts';
import type { Deployment } from '../world/deployment.ts';

/** Everything that a world has of one licence when the weather has cleared. */
export interface LicenceHistory {
  readonly licenceId: string;
  readonly stored: Stored;
  readonly events: readonly RecordedEvent[];
  readonly mails: readonly Mail[];
  readonly documents: readonly Item[];
  /** What SES has accepted of its mails, by the mail's id. */
  readonly accepted: ReadonlyMap<string, readonly AcceptedMail[]>;
}

/** The history of each licence, read from the tables past every fault. */
export function historiesOf(deployment: Deployment): readonly LicenceHistory[] {
  const table = deployment.table(outputs.licencesTable);
  const byMail = Map.groupBy(deployment.ses.accepted, ({ tags }) => tags['mail'] ?? '');
  const licenceIds = new Set([...table.all()].map((item) => String(item['licenceId'])));
  return [...licenceIds].toSorted().map((licenceId) => {
    const items = table.partition(licenceId);
    const under = (prefix: string) => items.filter((item) => String(item['record']).startsWith(prefix));
    const [licence] = under(records.licence);
    return {
      licenceId,
      stored: storedFrom(licenceId, licence),
      events: under(records.events).map((item) => eventFrom(licenceId, item)),
      mails: under(records.mails).map((item) => mailFrom(`a mail of ${licenceId}`, item)),
      documents: under(records.document('')),
      accepted: byMail,
    };
  });
}
