/** The overview of licences, and the page of one. */
export const licences = {
  title: 'Your licences',
  ofCustomers: 'Licences of your customers and your own',
  none: 'You have no licences yet.',
  licence: (id: string) => `Licence ${id}`,
  tracked: (label: string, id: string) => `${label} ${id}`,
  yourOwn: 'Your own licences',
  moreCustomers: 'Show more customers',
  together: { title: 'The licences in our email', all: 'Show all licences' },
  state: {
    pending: 'Not started',
    active: 'Covered',
    cancelled: 'Ends',
    overdue: 'Overdue',
    subscribed: 'Subscribed',
    lapsed: 'Not covered',
    deactivated: 'Ended',
  },
  /** The first sentence: where maintenance stands. */
  standing: {
    coveredUntil: (until: string) => `Maintenance is covered until ${until}.`,
    pending: {
      installedOn: 'Maintenance starts once the software is installed.',
      activatedOn: 'Maintenance starts once the licence is activated.',
      purchasedOn: 'Maintenance starts with the purchase.',
    },
    subscribed: 'This is a subscription. It is covered for as long as it runs.',
    lapsed: {
      unpaid: (ended: string) =>
        `Maintenance has ended: an invoice was not paid. The last term ran until ${ended}.`,
      cancelled: (ended: string) => `Maintenance ended on ${ended}, because the renewal was cancelled.`,
      'not-renewed': (ended: string) => `Maintenance ended on ${ended}, because it was not renewed.`,
    },
    deactivated: (on: string) => `This subscription ended on ${on}.`,
  },
  /** The second sentence: what comes next. */
  next: {
    pay: (number: string, toPay: string, payBy: string) =>
      `Invoice ${number} for ${toPay} is due on ${payBy}.`,
    overdue: (number: string, toPay: string, payBy: string) =>
      `Invoice ${number} for ${toPay} was due on ${payBy}.`,
    quote: {
      renewal: (number: string, from: string, until: string) =>
        `Quote ${number} to renew it, from ${from}, is valid until ${until}.`,
      reinstatement: (number: string, from: string, until: string) =>
        `Quote ${number} to reinstate it, from ${from}, is valid until ${until}.`,
      change: (number: string, from: string, until: string) =>
        `Quote ${number} for a change, ${from}, is valid until ${until}.`,
    },
    renews: (on: string, price: string | undefined) =>
      price === undefined
        ? `It renews automatically on ${on}.`
        : `It renews automatically on ${on} for ${price}.`,
    invoiceComes: (on: string, price: string | undefined) =>
      `We will send you the invoice${price === undefined ? '' : ` for ${price}`} on ${on}.`,
    quoteComes: (on: string, price: string | undefined) =>
      `It does not renew automatically. We will send you a quote on ${on}${price === undefined ? '' : ` (${price} at today’s prices)`}.`,
    askForQuote: (price: string | undefined) =>
      `It does not renew automatically. To renew, ask for a quote${price === undefined ? '' : ` (${price} at today’s prices)`}.`,
    ends: 'You have cancelled the renewal. You can withdraw the cancellation until then.',
    reinstate: (price: string | undefined) =>
      `You can have it reinstated${price === undefined ? '' : ` for ${price}`}.`,
    tooLate: 'It can no longer be reinstated.',
  },
  page: {
    back: 'Your licences',
    term: (starts: string, ends: string) => `Current term: ${starts} to ${ends}`,
    cancelBy: (on: string) => `If you do not wish to renew, cancel by ${on}.`,
    credit: (credit: string) => `You have a credit of ${credit}. We apply it to your next invoice.`,
    pay: 'Pay the invoice',
    answerQuote: 'View the quote',
    askForQuote: 'Ask for a quote',
    cancelRenewal: 'Cancel the renewal',
    doNotRenew: 'Do not renew',
    resumeRenewal: 'Withdraw the cancellation',
    included: 'What is included',
    yes: 'Included',
    no: 'Not included',
    charged: (rate: string) => `Charged at the ${rate}`,
    chargedAtList: 'At list price',
    more: 'What you can do',
    change: 'Change edition or add modules',
    changeDetail: 'See prices before you order',
    support: 'Support and remote access',
    supportDetail: 'Open a ticket, grant or revoke access',
    updates: 'Updates and passwords',
    updatesDetail: 'Versions that were published for you',
    details: 'Details',
    plan: 'Maintenance plan',
    edition: 'Edition',
    modules: 'Modules',
    customer: 'Customer',
    purchasedOn: 'Purchased on',
    installedOn: 'Installed on',
    activatedOn: 'Activated on',
    coveredSince: 'Covered without a gap since',
    softwareOnly: 'The software itself keeps working. Updates and support need maintenance.',
    documents: 'Quotes and invoices',
    noDocuments: 'There are no quotes or invoices yet.',
    history: 'History',
    by: (who: string) => `by ${who}`,
  },
};
