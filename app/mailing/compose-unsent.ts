import type { LicenceReader, StoredWithHistory } from '../../adapters/dynamodb/licences/licence-reader.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { documentOf } from '../../domain/billing/document-of.ts';
import { fileOfDocument } from '../../contracts/delivery/documents.ts';
import type { Attachment } from '../../mail/message/subject.ts';
import type { ComposedMail } from '../../mail/compose.ts';
import type { LineOfLicence } from './shared-lines.ts';
import { composeFor, type ComposingDependencies, type MailContext } from './write-mail.ts';

/** Stands for what only the reader of a mail is to have. `.invalid` names no host (RFC 2606). */
const hiddenPassword = '••••••••';
const hiddenLink = 'https://link-of-the-reader.invalid/';

/** What it takes to show mails that are not sent now. */
export interface UnsentDependencies {
  readonly customers: ComposingDependencies['customers'];
  readonly licences: Pick<LicenceReader, 'loadWithHistory' | 'sharedLines'>;
}

/**
 * What a mail says to whoever is to have it now, without sending it: nothing is written, and passwords and links that
 * identify the reader are left out. Its attachments have names and no content. Throws where no address takes it.
 * @param background as of its day: what happened later is not in a mail of that day
 */
export function composeUnsent(
  { customers, licences }: UnsentDependencies,
  background: MailContext,
  mail: Parameters<typeof composeFor>[2],
): Promise<ComposedMail> {
  const { today } = background;
  const reading: ComposingDependencies['licences'] = {
    loadWithHistory: async (licenceId) => upTo(today, await licences.loadWithHistory(licenceId)),
    // Others may still join them: only whoever sends the mail ends that.
    sharedLines: { toWrite: (shared) => licences.sharedLines.of(shared) },
  };
  const hidden = {
    passwords: { passwordOf: () => Promise.resolve(hiddenPassword) },
    stopLinks: { linkFor: () => Promise.resolve(hiddenLink) },
    portalLinks: { of: () => Promise.resolve(() => () => hiddenLink) },
  };
  const own = { ...background, journal: background.journal.filter(({ date }) => date <= today) };
  // No link of it is signed: it does not matter when.
  const sending = { now: 0, attach: namesOfAttachments };
  return composeFor({ customers, licences: reading, ...hidden }, own, mail, sending);
}

function upTo(day: CivilDate, loaded: StoredWithHistory | undefined): StoredWithHistory | undefined {
  if (loaded === undefined) return undefined;
  const events = loaded.history.events.filter(({ event }) => event.date <= day);
  return { ...loaded, history: { ...loaded.history, events } };
}

/** The documents that go with the lines of a mail, by their names only. */
export function namesOfAttachments(lines: readonly LineOfLicence[]): readonly Attachment[] {
  const numbers = lines.flatMap(({ journal, documents, version }) => {
    const event = journal[version - 1];
    const found = documents.find(({ documentId }) => event && documentOf(event) === documentId);
    return found === undefined ? [] : [found.number];
  });
  return [...new Set(numbers)].map((number) => ({ filename: fileOfDocument(number), pdf: Buffer.alloc(0) }));
}
