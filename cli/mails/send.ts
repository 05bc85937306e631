import { dayIn } from '../../domain/calendar.ts';
import { whyNotOn } from '../../domain/licence/dated.ts';
import { printDelivery } from '../activities/apply-command.ts';
import type { ChangeOptions } from '../activities/change-options.ts';
import { confirm } from '../shell/ask.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { dayOf } from '../licence/on-day.ts';

/** Prints why a mail is held, asks, and sends it; refuses a mail that is not held. */
export async function sendHeldMail(
  at: Invocation,
  licenceId: string,
  mailId: string,
  options: ChangeOptions,
): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const { plan, licence } = await deployment.licence(licenceId);
  const mail = (await deployment.mails(licenceId)).find((each) => each.mailId === mailId);
  if (mail === undefined) {
    throw refused(
      `Licence ${licenceId} has no mail ${mailId}. \`npx perennial mails list ${licenceId}\` lists its mails.`,
    );
  }
  const on = dayOf(plan, at, options.date);
  const refusal = whyNotOn(licence, on, dayIn(plan.timeZone, at.now));
  if (refusal !== undefined) throw refused(`Licence ${licenceId}: ${refusal}`);
  if (mail.status !== 'held') throw notHeld(mailId, mail.status);
  at.output.note(`Mail ${mailId} is held: ${mail.reason ?? 'no reason is recorded'}. This sends it.`);
  await confirm(at, options);
  const delivered = await deployment.operator.sendMail({ licenceId, mailId, on: options.date });
  if (options.json === true) at.output.json({ licenceId, date: on, ...delivered });
  printDelivery(at, delivered);
}

function notHeld(mailId: string, status: string) {
  return refused(`Mail ${mailId} is ${status}. Only a held mail can be sent by this command.`);
}
