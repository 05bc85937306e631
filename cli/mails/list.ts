import { carrierOf } from '../../domain/licence/sharing.ts';
import type { Invocation } from '../shell/invocation.ts';
import { mailStatus } from '../../client/words/mail-status.ts';

/** Prints every mail of a licence with its status. */
export async function listMails(at: Invocation, named: string, asJson: boolean): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const { licenceId } = (await deployment.licence(named)).licence.facts;
  const { mails = [], events = [] } = (await deployment.history(licenceId)) ?? {};
  if (asJson) at.output.json(mails);
  else if (mails.length === 0) at.output.print(`Licence ${licenceId} has no mails.`);
  else {
    at.output.table(
      ['requested', 'mail', 'contact', 'status', 'attempts', 'reason'],
      mails.map((mail) => [
        mail.on,
        mail.mailId,
        mail.contact ?? '',
        mailStatus(mail),
        mail.attempts,
        mail.reason ?? '',
      ]),
    );
  }
  const carriers = new Set(events.flatMap(({ event }) => carrierOf(event) ?? []));
  for (const carrier of carriers)
    at.output.note(
      `Licence ${carrier} has mails that are about this one too: \`npx perennial mails list ${carrier}\`.`,
    );
}
