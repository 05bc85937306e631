import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import type { Mail } from '../../adapters/dynamodb/mails/mail-item.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { attachedLogo } from '../../mail/layout/logo.ts';
import { recipientOf } from '../../mail/message/recipients.ts';
import { kindNamed } from '../../mail/kinds/index.ts';
import { noLicence } from '../../contracts/operator/no-licence.ts';
import { Refused } from '../commands/refused.ts';
import { composeUnsent, namesOfAttachments, type UnsentDependencies } from '../mailing/compose-unsent.ts';
import { contextFor, mailContextOf } from '../mailing/write-mail.ts';

/**
 * What a mail of a licence says, composed again from the journal as of the end of the day on which it was sent: the
 * tables keep no mails. Addresses and language are those that its readers have now. Throws `Refused` where there is no such mail, or nobody
 * to read it.
 */
export async function showMail(
  dependencies: UnsentDependencies,
  { licenceId, mailId }: OperationOf<'show-mail'>,
): Promise<AnswerOf<'show-mail'>> {
  const loaded = await dependencies.licences.loadWithHistory(licenceId);
  if (loaded === undefined) throw new Refused(noLicence(licenceId));
  const mail = loaded.history.mails.find((each) => each.mailId === mailId);
  const journal = loaded.history.events.map(({ event }) => event);
  const event = mail && journal[mail.version - 1];
  if (mail === undefined || event === undefined)
    throw new Refused(`Licence ${licenceId} has no mail ${mailId}.`);
  const context = await contextFor(
    dependencies,
    await mailContextOf(dependencies, loaded, dayOf(mail, event)),
    mail,
  );
  const { customer, partner } = context;
  if (recipientOf(kindNamed(mail.kind), customer, partner) === undefined)
    throw new Refused(
      `No address of customer ${customer.customerId} takes mail, so the mail cannot be composed.`,
    );
  const composed = await composeUnsent(dependencies, context, mail);
  const { from, to, also, cc, manager, subject, text, html } = composed;
  const own = { journal, documents: loaded.history.documents, version: mail.version };
  return {
    from: from.address,
    to: [to, ...also].map(({ address }) => address),
    copies: [cc, manager].flatMap((copy) => (copy === undefined ? [] : [copy.address])),
    subject,
    text,
    html: withLogo(html, context.plan),
    attachments: namesOfAttachments([own]).map(({ filename }) => filename),
  };
}

/** The page of a mail with the picture that goes with it: a browser finds no part of a mail. */
function withLogo(html: string, { vendor }: Plan): string {
  const logo = attachedLogo(vendor.branding);
  if (logo === undefined) return html;
  return html.replaceAll(`cid:${logo.contentId}`, `data:image/png;base64,${logo.png.toString('base64')}`);
}

function dayOf({ sentOn }: Mail, { date }: Event): CivilDate {
  return sentOn ?? date;
}
