import { oneOf } from '../../../wording/text/lists.ts';

/** What every mail says. */
export const letter = {
  greeting: 'Dear customer,',
  closing: 'Kind regards',
  attached: (file: string) => `The document is attached as a PDF: ${file}.`,
  copyTo: (partner: string) => `A copy of this email goes to your partner, ${partner}.`,
  stopLink: 'Unsubscribe from reminders, offers and news',
  details: 'Details',
  toPayBy: (toPay: string, payBy: string) => `${toPay}, due ${payBy}`,
};

/** The buttons, and the subjects of the mails that they prepare. `id` is that of the licence, document or ticket. */
export const actions = {
  hint: ({ email, subject }: { email: string; subject: string }) =>
    `By email to ${email} with the subject “${subject}”.`,
  /** Where a button leads to the customer's page. */
  orReply: 'Or reply to this email, if you prefer.',
  /** A line that the customer fills in. */
  years: (years: readonly number[]) => `Number of years (${oneOf('en-GB', years)}): `,
  acceptQuote: { label: 'Accept this quote', subject: (id: string) => `We accept quote ${id}` },
  askForQuote: { label: 'Ask for a quote', subject: (id: string) => `Request for a quote: licence ${id}` },
  cancelRenewal: {
    label: 'Cancel the renewal',
    subject: (id: string) => `Cancellation of the renewal: licence ${id}`,
  },
  withdrawCancellation: {
    label: 'Withdraw the cancellation',
    subject: (id: string) => `Withdrawal of our cancellation: licence ${id}`,
  },
  askAboutInvoice: {
    label: 'Ask about this invoice',
    subject: (id: string) => `Question about invoice ${id}`,
  },
  addToTicket: { label: 'Reply to this ticket', subject: (id: string) => `Ticket ${id}` },
  revokeAccess: {
    label: 'Revoke remote access',
    subject: (id: string) => `We revoke remote access for ticket ${id}`,
  },
  askForPassword: {
    label: 'Request the password',
    subject: (id: string) => `Request for the password: ${id}`,
  },
  leaveList: {
    label: 'Stop update news',
    subject: (id: string) => `Please stop update news for licence ${id}`,
  },
  joinList: {
    label: 'Get update news again',
    subject: (id: string) => `Update news for licence ${id}, please`,
  },
};
