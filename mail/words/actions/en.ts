import type { ActionsWords } from './words.ts';

const choice = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const englishActions: ActionsWords = {
  actions: {
    hint: ({ email, subject }) => `By mail to ${email} with the subject “${subject}”.`,
    years: (years) => `Number of years (${choice.format(years.map(String))}): `,
    acceptQuote: { label: 'Accept this quote', subject: (id) => `We accept quote ${id}` },
    askForQuote: { label: 'Ask for a quote', subject: (id) => `Quote for licence ${id}, please` },
    cancelRenewal: {
      label: 'Cancel the renewal',
      subject: (id) => `Please cancel the renewal of licence ${id}`,
    },
    undoCancellation: {
      label: 'Undo the cancellation',
      subject: (id) => `Please renew licence ${id} after all`,
    },
    askAboutInvoice: { label: 'Ask about this invoice', subject: (id) => `Question about invoice ${id}` },
    addToTicket: { label: 'Add to this ticket', subject: (id) => `Ticket ${id}` },
    revokeAccess: {
      label: 'Revoke remote access',
      subject: (id) => `We revoke remote access for ticket ${id}`,
    },
    askForPassword: { label: 'Ask for the password', subject: (id) => `Password for ${id}, please` },
    leaveList: { label: 'Leave the list', subject: (id) => `No more news of updates for licence ${id}` },
    joinList: { label: 'Get news of updates again', subject: (id) => `News of updates for licence ${id}` },
  },
};
