import { mailStatuses } from '../../../contracts/delivery/mail.ts';
import type { Trip } from './traffic.ts';

const mails: Readonly<Record<(typeof mailStatuses)[number], string>> = {
  pending: 'mail waits',
  sending: 'mail is being sent',
  unknown: 'mail may not have gone out',
  sent: 'mailed',
  held: 'mail held',
  skipped: 'mail skipped',
};

/** What a run did to a licence, in words: `Invoice issued; mailed: invoice`. */
export function doneInWords({ did, isAlone }: Pick<Trip, 'did' | 'isAlone'>): string {
  if (isAlone) return 'Parked';
  const words = [...new Set(did.flatMap((entry) => entry.split(', ').map(entryInWords)))].join('; ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** `issue-invoice: InvoiceIssued`, `sent: SN-1001-00000004-invoice`, or plain words. */
function entryInWords(entry: string): string {
  const [step, what = step] = entry.split(': ');
  const status = mailStatuses.find((known) => known === step);
  // A mail is named by its licence, the number of the event that calls for it, and its kind.
  if (status !== undefined)
    return `${mails[status]}: ${(/-\d{8}-(.+)$/.exec(what ?? '')?.[1] ?? what ?? '').replaceAll('-', ' ')}`;
  const [type = '', ...key] = (what ?? '').split(' ');
  return [type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase(), ...key].join(' ');
}
