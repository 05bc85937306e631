import { mailPath } from '../../parts/paths.ts';
import type { DatedMail } from '../../../../client/deployment/deployment.ts';
import { mailKindInWords } from '../../../../client/words/mail-kind.ts';
import { mailStatus } from '../../../../client/words/mail-status.ts';
import { Badge, type Tone } from '../../parts/badge.tsx';

/** A mail by its kind, with the latest that is known of it; it leads to what the mail says. */
export function MailChip({ mail }: { readonly mail: Pick<DatedMail, keyof MailOfChip> }) {
  const { licenceId, mailId, kind, contact, reason, status } = mail;
  const why = status === 'sent' || reason === undefined ? '' : `: ${reason}`;
  return (
    <span class="chip">
      <a href={mailPath(licenceId, mailId)}>{mailKindInWords(kind)} e-mail</a>{' '}
      {contact === undefined ? null : <span class="muted">to the {contact} contact </span>}
      <Badge tone={toneOf(mail)}>{mailStatus(mail)}</Badge>
      {why === '' ? null : <span class="muted small">{why.slice(2)}</span>}
    </span>
  );
}

type MailOfChip = Omit<DatedMail, 'on'>;

function toneOf({ status, bouncedOn, complainedOn }: Pick<DatedMail, keyof MailOfChip>): Tone {
  if (complainedOn !== undefined || (bouncedOn !== undefined && status === 'sent')) return 'bad';
  switch (status) {
    case 'sent':
      return 'good';
    case 'held':
    case 'unknown':
      return 'attention';
    case 'pending':
    case 'sending':
      return 'info';
    case 'skipped':
      return 'quiet';
  }
}
