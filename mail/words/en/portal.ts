/** The mail that leads its reader into the customer's page. */
export const signIn = {
  subject: (vendor: string) => `Your link to ${vendor}`,
  intro: 'Here is the link that you asked for. It opens your licences, quotes and invoices.',
  again: 'Here is a new link in place of the one that has expired.',
  button: 'Open my page',
  of: (customer: string) => `Open the page of ${customer}`,
  hint: 'The link is for you alone: please do not forward this email.',
  validity: (days: number) => `It is valid for ${days} days. You can ask for a new one at any time.`,
  unasked:
    'If you did not ask for this link, you do not need to do anything: nobody but you has received it.',
};

/** The buttons that lead to the customer's page. */
export const pages = {
  licence: 'View this licence',
  licences: 'View your licences',
  quote: 'View this quote',
  invoice: 'View this invoice',
  creditNote: 'View this credit note',
  ticket: 'View this ticket',
  support: 'View your support',
  updates: 'View the updates',
};
