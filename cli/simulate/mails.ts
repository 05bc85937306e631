import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';
import type { CivilDate } from '../../domain/calendar.ts';
import type { DatedMail as Sent } from '../../client/deployment/deployment.ts';
import type { Mail as AcceptedMail } from '../../local/cloud.ts';
import { outFiles } from './out-folder.ts';

/** A line of mail.jsonl: one mail that SES has accepted. */
export interface MailLine {
  readonly date: CivilDate;
  readonly licenceId: string;
  readonly customerId: string;
  readonly kind: string;
  readonly to: string;
  /** Who gets a copy; null for nobody. */
  readonly cc: string | null;
  readonly subject: string;
  /** Its path within the folder of the results. */
  readonly file: string;
}

/** The mail of the outbox behind a mail that was accepted, and whose licence it is. */
export interface Outgoing {
  readonly mail: Sent;
  readonly customerId: string;
}

const longestName = 100;

/**
 * Copies accepted mails to `folder` and lists them in the order in which they were accepted. `outgoing` finds a mail
 * by its id. Throws where a mail belongs to none of the licences.
 */
export async function collectMails(
  accepted: readonly AcceptedMail[],
  outgoing: ReadonlyMap<string, Outgoing>,
  folder: string,
): Promise<readonly MailLine[]> {
  await mkdir(join(folder, outFiles.mails), { recursive: true });
  const lines: MailLine[] = [];
  for (const [index, { file: source, tags }] of accepted.entries()) {
    const mailId = tags['mail'] ?? '';
    const of = outgoing.get(mailId);
    if (of === undefined)
      throw new Error(`A mail with id ${mailId} was sent, but no licence has called for it.`);
    const number = String(index + 1).padStart(5, '0');
    const file = `${outFiles.mails}/${number}-${mailId.slice(-longestName)}.eml`;
    await copyFile(source, join(folder, file));
    const { to, cc, subject = '' } = await simpleParser(await readFile(source));
    const { licenceId, kind, on, sentOn = on } = of.mail;
    lines.push({
      date: sentOn,
      licenceId,
      customerId: of.customerId,
      kind,
      to: addressesOf(to) ?? '',
      cc: addressesOf(cc) ?? null,
      subject,
      file,
    });
  }
  return lines;
}

function addressesOf(header: AddressObject | AddressObject[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  return [header]
    .flat()
    .flatMap(({ value }) => value.flatMap(({ address }) => address ?? []))
    .join(', ');
}
