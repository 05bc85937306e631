import type { LinkTo, Matter } from '../../contracts/portal/paths.ts';
import { sharedBy } from '../../domain/licence/sharing.ts';
import type { JournalHistory } from '../../wording/facts/history.ts';
import { settledWith } from '../../wording/facts/settled.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Words } from '../words/index.ts';
import type { PageButton } from './letter.ts';

/** A page that a mail leads to, and the words of its button. */
export interface Page {
  readonly matter: Matter;
  readonly label: keyof Words['pages'];
}

/** The kinds of mail that are about a page of a licence other than its first. */
const special: Readonly<Record<string, 'support' | 'updates'>> = {
  ticket: 'support',
  'support-declined': 'support',
  'remote-access': 'support',
  'update-available': 'updates',
  'update-missed': 'updates',
  'update-password': 'updates',
  'update-refused': 'updates',
  announcements: 'updates',
};

/**
 * The page that a mail is about: the credit note, the invoice or the quote that its event names, otherwise that of its
 * licence. What several licences share without a number leads to the list of these. The mail to a customer who has the licence
 * no more leads to all that it has.
 * @param licences how many share it
 */
export function pageOf({ name, toFormerCustomer }: Kind, history: JournalHistory, licences: number): Page {
  const { event } = history;
  if (toFormerCustomer === true) return { matter: { page: 'licences' }, label: 'licences' };
  if (event.type === 'CreditNoteIssued')
    return { matter: { page: 'credit-note', number: event.creditNoteId }, label: 'creditNote' };
  const invoice = invoiceOf(history);
  if (invoice !== undefined) return { matter: { page: 'invoice', number: invoice }, label: 'invoice' };
  if ('quoteId' in event) return { matter: { page: 'quote', number: event.quoteId }, label: 'quote' };
  const shared = licences > 1 ? sharedBy(event) : undefined;
  if (shared !== undefined) return { matter: { page: 'together', shared }, label: 'licences' };
  const page = special[name] ?? 'licence';
  return { matter: { page, licenceId: event.licenceId }, label: page };
}

/** The invoice that an event names or, of a payment, that it has paid. */
function invoiceOf({ event, since }: JournalHistory): string | undefined {
  if (event.type !== 'PaymentRecorded') return 'invoiceId' in event ? event.invoiceId : undefined;
  const paid = settledWith(event, since).find(({ type }) => type === 'InvoicePaid');
  return paid?.type === 'InvoicePaid' ? paid.invoiceId : undefined;
}

/** The button that leads to a page; the mail's reader can also reply. */
export function pageButton(linkTo: LinkTo, matter: Matter, label: string, orReply: string): PageButton {
  return { kind: 'page', label, address: linkTo(matter), hint: orReply };
}
