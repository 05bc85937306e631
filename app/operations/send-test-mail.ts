import { simulator, testMails } from '../../contracts/delivery/mail.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import { planOf } from '../../plans/plan-of.ts';
import { Refused } from '../commands/refused.ts';
import type { MailingDependencies } from '../mailing/deliver.ts';
import type { Request } from './request.ts';

/**
 * Sends a mail from a plan's sender to SES's simulator, which delivers it to nobody. The feedback about it comes back by the
 * same way as that of every mail. Throws `Refused` with SES's reason where SES does not take it.
 */
export async function sendTestMail(
  { mailer }: Pick<MailingDependencies, 'mailer'>,
  { requestId }: Request,
  { planId }: OperationOf<'test-mail'>,
): Promise<AnswerOf<'test-mail'>> {
  const from = planOf(planId).vendor.email;
  const mailId = `${testMails}${requestId}`;
  const message = Buffer.from(
    [
      `From: ${from}`,
      `To: ${simulator.success}`,
      'Subject: Perennial test mail',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'npx perennial doctor has sent this mail to the simulator of SES.',
      '',
    ].join('\r\n'),
  );
  const outcome = await mailer.send({ mailId, attempts: 1 }, { from, to: [simulator.success], message });
  if (outcome.outcome === 'sent') return { mailId };
  throw new Refused(`SES does not take a mail from ${from}: ${outcome.reason}`);
}
