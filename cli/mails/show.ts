import type { Invocation } from '../shell/invocation.ts';

/** Prints a mail of a licence, with its recipients. */
export async function showMail(
  at: Invocation,
  named: string,
  mailId: string,
  asJson: boolean,
): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const licenceId = await deployment.idOf(named);
  const mail = await deployment.operator.showMail({ licenceId, mailId });
  if (asJson) {
    at.output.json(mail);
    return;
  }
  const { from, to, copies, subject, attachments, text } = mail;
  at.output.list([
    ['from', from],
    ['to', to.join(', ')],
    ['copies', copies.length === 0 ? undefined : copies.join(', ')],
    ['subject', subject],
    ['attached', attachments.length === 0 ? undefined : attachments.join(', ')],
  ]);
  at.output.print();
  for (const line of text.split('\n')) at.output.print(line);
}
