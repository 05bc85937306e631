import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { CustomerStore } from '../../adapters/dynamodb/customers/customers.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import type { NumberedDocument } from '../../adapters/dynamodb/documents/document-number.ts';
import type { StoredWithHistory } from '../../adapters/dynamodb/licences/licence-reader.ts';
import type { Mail } from '../../adapters/dynamodb/mails/mail-item.ts';
import type { Letter } from '../../adapters/ses/mailer.ts';
import type { StopLinks } from '../../adapters/kms/stop-links.ts';
import type { UpdatePasswords } from '../../adapters/kms/update-passwords.ts';
import type { PortalLinks } from '../portal/door/links.ts';
import { attachmentsOf, type PrintingDependencies } from './attach-document.ts';
import { readersOf } from './readers.ts';
import { type LineOfLicence, linesToWrite, type SharingDependencies } from './shared-lines.ts';
import { sharedBy } from '../../domain/licence/sharing.ts';
import { byNumber } from '../../mail/message/by-number.ts';
import { kindNamed } from '../../mail/kinds/index.ts';
import { type ComposedMail, composeMail } from '../../mail/compose.ts';
import type { Contact } from '../../mail/message/recipients.ts';
import type { Attachment, MailSubject } from '../../mail/message/subject.ts';
import { planOf } from '../../plans/plan-of.ts';

/** What it takes to write a mail. */
export interface WritingDependencies extends PrintingDependencies, ComposingDependencies {
  readonly customers: CustomerStore;
  readonly licences: LicenceStore;
}

/** What it takes to know what a mail says. */
export interface ComposingDependencies extends SharingDependencies {
  readonly customers: Pick<CustomerStore, 'get'>;
  readonly passwords: Pick<UpdatePasswords, 'passwordOf'>;
  readonly stopLinks: Pick<StopLinks, 'linkFor'>;
  readonly portalLinks: Pick<PortalLinks, 'of'>;
}

/** What every mail of a licence is written from. */
export interface MailContext extends Omit<
  MailSubject,
  'mailId' | 'kind' | 'version' | 'updatePassword' | 'linksFor'
> {
  readonly licence: Licence;
  /** Its quotes and invoices. */
  readonly documents: readonly NumberedDocument[];
}

export interface WrittenMail {
  readonly letter: Letter;
  /** The addressee. */
  readonly contact: Contact;
}

export async function mailContextOf(
  { customers }: Pick<ComposingDependencies, 'customers'>,
  { stored: { licence }, history }: StoredWithHistory,
  today: CivilDate,
): Promise<MailContext> {
  const { planId, customerId } = licence.facts;
  const readers = await readersOf(customers, customerId);
  const journal = history.events.map(({ event }) => event);
  return { licence, plan: planOf(planId), ...readers, journal, documents: history.documents, today };
}

/** The same for one mail: after a transfer one goes to the customer that the licence had before. */
export async function contextFor(
  { customers }: Pick<ComposingDependencies, 'customers'>,
  context: MailContext,
  { kind, version }: Pick<Mail, 'kind' | 'version'>,
): Promise<MailContext> {
  const event = context.journal[version - 1];
  if (kindNamed(kind).toFormerCustomer !== true || event?.type !== 'LicenceTransferred') return context;
  return { ...context, partner: undefined, ...(await readersOf(customers, event.from)) };
}

/** What is known of a mail only when it is sent. */
interface Sending {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Gives the documents of the mail's lines. */
  readonly attach: (
    lines: readonly LineOfLicence[],
  ) => readonly Attachment[] | Promise<readonly Attachment[]>;
}

/**
 * Writes a mail to whoever is to have it now.
 * @param now when it is sent, in milliseconds since 1970: from then on its links are valid
 */
export async function writeMail(
  dependencies: WritingDependencies,
  background: MailContext,
  mail: Mail,
  now: number,
): Promise<WrittenMail> {
  const attach = (lines: readonly LineOfLicence[]) => attachmentsOf(dependencies, background, lines);
  const composed = await composeFor(dependencies, background, mail, { now, attach });
  const { from, to, cc, also, manager, mime } = composed;
  const recipients = [to, ...also, cc, manager].filter((reader) => reader !== undefined);
  const addresses = recipients.map(({ address }) => address);
  const letter = { from: from.address, to: addresses, message: mime, planId: background.plan.id };
  return { letter, contact: to.contact };
}

/** What a mail says to whoever is to have it now. Throws where no address takes it. */
export async function composeFor(
  dependencies: ComposingDependencies,
  background: MailContext,
  { mailId, kind, version }: Pick<Mail, 'mailId' | 'kind' | 'version'>,
  { now, attach }: Sending,
): Promise<ComposedMail> {
  const { passwords, stopLinks, portalLinks } = dependencies;
  const { documents, ...subject } = background;
  const { journal, today } = subject;
  const event = journal[version - 1];
  const shared = event && sharedBy(event);
  const own = { journal, documents, version };
  const lines = shared === undefined ? [own] : await linesToWrite(dependencies, shared);
  const others = lines.filter((line) => !isOwn(line, event, version));
  const attachments = await attach([own, ...others]);
  const updatePassword = await passwordGivenBy(passwords, event);
  const isStoppable = event !== undefined && kindNamed(kind).canBeStopped(event);
  const stopLink = isStoppable ? await stopLinks.linkFor(event.licenceId, today) : undefined;
  return composeMail({
    ...subject,
    journal: byNumber(journal, documents),
    mailId,
    kind,
    version,
    updatePassword,
    stopLink,
    linksFor: await portalLinks.of(now),
    attachments,
    others: others.map((other) => ({ ...other, journal: byNumber(other.journal, other.documents) })),
  });
}

/** Whether a line is the event that calls for the mail. */
function isOwn(line: LineOfLicence, event: Event | undefined, version: number): boolean {
  return line.version === version && line.journal[0]?.licenceId === event?.licenceId;
}

/** The password that an event gives, derived only for the mail that has it; undefined where it gives none. */
async function passwordGivenBy(
  passwords: ComposingDependencies['passwords'],
  event: Event | undefined,
): Promise<string | undefined> {
  if (event?.type !== 'UpdatePasswordGiven') return undefined;
  return passwords.passwordOf(event.licenceId, event.product, event.version);
}
