import type { PlannedMail } from '../../contracts/operator/answers.ts';

/** What a command would mail, with the recipients, or why it would not. */
export function plannedMailInWords({ kind, to, subject, because }: PlannedMail): string {
  if (because !== undefined) return `mail ${kind} is not sent: ${because}`;
  return `mail ${kind} to ${to.join(', ')}${subject === undefined ? '' : `: ${subject}`}`;
}
