import { whyMailsWait, remedyFor } from '../../contracts/workflow/trouble.ts';

/** What an operator reads of a run whose mails wait, and what to do. @param trouble why the account cannot send mail */
export function waitingMails(date: string, trouble: string): string {
  return (
    `In the run of ${date}, ${whyMailsWait(trouble)}. To do: ${remedyFor(trouble)}. The run of the next day sends them; ` +
    'running the same day again does not.'
  );
}
