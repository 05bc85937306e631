import type { StoredWithHistory } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { kindNamed } from '../../mail/kinds/index.ts';
import type { MailStores } from './move-mail.ts';

/** A licence with its mails, before those in its outbox are delivered. Throws where there is no such licence. */
export async function openOutbox(
  { licences }: Pick<MailStores, 'licences'>,
  licenceId: string,
): Promise<StoredWithHistory> {
  const loaded = await licences.loadWithHistory(licenceId);
  if (loaded === undefined) throw new Error(`there is no licence ${licenceId}`);
  return loaded;
}

/** The bills and notices in an outbox, by their ids: SES's reports on them are awaited (docs/rules.md §13.7). */
export function noticesIn({ stored, history }: StoredWithHistory): readonly string[] {
  return history.mails
    .filter(({ mailId, kind }) => stored.outbox.includes(mailId) && kindNamed(kind).isNotice)
    .map(({ mailId }) => mailId);
}
