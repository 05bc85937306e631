import { dayIn } from '../../domain/calendar.ts';
import { whyNotOn } from '../../domain/licence/dated.ts';
import { printDelivery } from '../activities/apply-command.ts';
import type { ChangeOptions } from '../activities/change-options.ts';
import { confirm } from '../shell/ask.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { mailStatus } from '../../client/words/mail-status.ts';
import type { Mail } from '../../client/deployment/deployment.ts';
import { dayOf } from '../licence/on-day.ts';

/** Prints why a mail is held, asks, and sends it; refuses a mail that is not held. */
export async function sendHeldMail(
  at: Invocation,
  named: string,
  mailId: string,
  options: ChangeOptions & { readonly again?: boolean },
): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const { plan, licence } = await deployment.licence(named);
  const { licenceId } = licence.facts;
  const mail = (await deployment.mails(licenceId)).find((each) => each.mailId === mailId);
  if (mail === undefined) {
    throw refused(
      `Licence ${licenceId} has no mail ${mailId}. \`npx perennial mails list ${licenceId}\` lists its mails.`,
    );
  }
  const on = dayOf(plan, at, options.date);
  const refusal = whyNotOn(licence, on, dayIn(plan.timeZone, at.now));
  if (refusal !== undefined) throw refused(`Licence ${licenceId}: ${refusal}`);
  const again = mail.status === 'sent';
  if (!again && mail.status !== 'held') throw notToSend(mail);
  if (again && options.yes === true && options.again !== true) {
    throw refused(
      `Mail ${mailId} was ${mailStatus(mail)}. To send it once more without a question, add --again.`,
    );
  }
  at.output.note(
    again
      ? `Mail ${mailId} was ${mailStatus(mail)}, to the ${mail.contact ?? 'technical'} contact. This sends it once more, as it reads today.`
      : `Mail ${mailId} is held: ${mail.reason ?? 'no reason is recorded'}. This sends it.`,
  );
  await confirm(at, options);
  const delivered = await deployment.operator.sendMail({
    licenceId,
    mailId,
    on: options.date,
    ...(again && { again }),
  });
  if (options.json === true) at.output.json({ licenceId, date: on, ...delivered });
  printDelivery(at, delivered);
}

function notToSend({ mailId, status, reason }: Mail) {
  const why = reason === undefined ? '' : ` (${reason})`;
  return refused(
    `Mail ${mailId} is ${status}${why}. Only a held or a sent mail can be sent by this command.`,
  );
}
