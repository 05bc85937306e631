import { whyNotOn } from '../../domain/licence/dated.ts';
import { sentAgain } from '../../domain/correspondence/mails.ts';
import type { Mail } from '../../adapters/dynamodb/mails/mail-item.ts';
import { releaseHeld, repeatSent } from '../../adapters/dynamodb/mails/mail-moves.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import { planOf } from '../../plans/plan-of.ts';
import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import { Refused } from '../commands/refused.ts';
import type { MailingDependencies } from '../mailing/deliver.ts';
import { moveMailWithEvents } from '../mailing/move-mail.ts';
import { refusedFor, requireStored } from '../commands/apply-to-licence.ts';
import { todayOf } from '../commands/day.ts';
import { deliverAfter } from './deliver-after.ts';
import { carriedOut, earlierResult, type Request } from './request.ts';

/**
 * Puts a held mail, or with `again` a sent one, back into its licence's outbox, because an operator has looked at it,
 * journals that, and sends it. Throws `Refused` where there is no such mail, or it is neither.
 */
export async function sendHeldMail(
  mailing: MailingDependencies,
  request: Request,
  { licenceId, mailId, on: asked, again = false }: OperationOf<'send-mail'>,
): Promise<AnswerOf<'send-mail'>> {
  const { licences } = mailing;
  const { planId } = requireStored(licenceId, await licences.load(licenceId)).licence.facts;
  const today = todayOf(planOf(planId), request);
  const on = asked ?? today;
  await retryOnConflict(async () => {
    if ((await earlierResult(licences, licenceId, request)) !== undefined) return;
    const mail = await mailToSend(mailing, licenceId, mailId, again);
    await moveMailWithEvents(
      mailing,
      mail.status === 'sent' ? repeatSent(mail) : releaseHeld(mail),
      true,
      (licence) => {
        const refusal = whyNotOn(licence, on, today);
        if (refusal !== undefined) throw refusedFor(licence, refusal);
        return sentAgain(licence, on, mail, `${request.who} sent it again`);
      },
      ({ version }, events) => carriedOut(request, version, events.length, { outcome: 'accepted' }),
    );
  });
  const delivered = await deliverAfter(mailing, request, licenceId, today, undefined);
  if (delivered.mails.some((mail) => mail.mailId === mailId)) return delivered;
  const { status, reason } = await mailing.mails.mail(licenceId, mailId);
  const because = status === 'sent' ? undefined : reason;
  return { ...delivered, mails: [...delivered.mails, { mailId, status, because }] };
}

async function mailToSend(
  { mails }: MailingDependencies,
  licenceId: string,
  mailId: string,
  again: boolean,
): Promise<Mail> {
  const mail = await mails.find(licenceId, mailId);
  if (mail === undefined) {
    throw new Refused(
      `Licence ${licenceId} has no mail ${mailId}. \`npx perennial mails list ${licenceId}\` lists its mails.`,
    );
  }
  if (mail.status === 'held' || (again && mail.status === 'sent')) return mail;
  throw new Refused(
    mail.status === 'sent'
      ? `Mail ${mailId} was sent on ${mail.sentOn ?? mail.on}. To send it once more, add --again.`
      : `Mail ${mailId} is ${mail.status}: only a held mail, or with --again a sent one, can be sent.`,
  );
}
