/** Quotes, invoices, credit notes and payments. */
export const documents = {
  title: 'Quotes and invoices',
  none: 'There are no quotes or invoices yet.',
  kinds: { quote: 'Quote', invoice: 'Invoice', creditNote: 'Credit note' },
  of: (date: string) => `of ${date}`,
  from: (total: string) => `from ${total}`,
  licences: (count: number) => (count === 1 ? '1 licence' : `${count} licences`),
  payments: 'Payments and receipts',
  quoteState: {
    open: 'Open',
    accepted: 'Accepted',
    declined: 'Declined',
    expired: 'Expired',
    withdrawn: 'Withdrawn',
  },
  invoiceState: {
    open: 'Open',
    'partly-paid': 'Partly paid',
    overdue: 'Overdue',
    paid: 'Paid',
    void: 'Cancelled',
    credited: 'Credited',
    refunded: 'Refunded',
  },
  pdf: 'Download PDF',
  xml: 'Download e-invoice (XML)',
};

export const quote = {
  title: (number: string) => `Quote ${number}`,
  lead: {
    renewal: (until: string) => `This quote renews your maintenance. You can accept it until ${until}.`,
    reinstatement: (until: string) =>
      `This quote reinstates your maintenance. You can accept it until ${until}.`,
    change: (what: string, until: string) => `This quote is for ${what}. You can accept it until ${until}.`,
  },
  closed: {
    accepted: (on: string | undefined) => `You accepted this quote${on === undefined ? '' : ` on ${on}`}.`,
    declined: (on: string | undefined) => `You declined this quote${on === undefined ? '' : ` on ${on}`}.`,
    expired: (until: string) => `This quote was valid until ${until}. It can no longer be accepted.`,
    withdrawn: 'This quote was withdrawn. It can no longer be accepted.',
  },
  closedMeanwhile: 'This quote has changed in the meantime. Nothing was ordered.',
  askAgain: 'Ask for a new quote',
  acceptedAs: (years: string, po: string | undefined) =>
    `For ${years}${po === undefined ? '' : `, purchase order ${po}`}.`,
  withdrawnAfter: (on: string) => `The quote ends together with your cover on ${on}.`,
  notForPartners: 'Only your customer can accept or decline this quote.',
  newLicence:
    'Your licence cannot be changed, so this quote is for a new one. To order it, reply to the email with the quote.',
  howLong: 'How long?',
  whichLicences: 'Which licences?',
  covers: (cover: string) => `Cover: ${cover}`,
  inclTax: (tax: string) => `including ${tax}`,
  closedLine: 'No longer open',
  yourOrder: 'Your order',
  po: 'Purchase order number',
  poOptional: 'Purchase order number (optional)',
  poHint: 'It appears on the invoice.',
  name: 'Your name',
  nameHint: 'The name of the person who accepts the quote.',
  continue: 'Continue',
  decline: 'Decline the quote',
  price: (years: string) => `Price for ${years}`,
  priceOnce: 'Price',
  chooseLicence: 'Choose at least one licence.',
  chooseYears: 'Choose for how long.',
  needName: 'Enter your name.',
  needPo: 'Enter the number of your purchase order.',
  review: {
    title: 'Accept the quote?',
    lead: (number: string, total: string) => `You accept quote ${number} for ${total}.`,
    then: 'What happens next',
    invoice: (days: string) => `We email you the invoice. It is payable within ${days}.`,
    term: 'Once it is paid in full, the new term starts on the day after the current one ends.',
    reinstated: 'Once it is paid in full, maintenance starts again.',
    change: 'Once it is paid in full, we carry out your order.',
    accept: (total: string) => `Accept for ${total}`,
    back: 'Change something',
    period: 'Period',
    total: 'Total',
  },
  declining: {
    title: 'Decline the quote?',
    lead: (number: string) =>
      `If you decline quote ${number}, it can no longer be accepted. You can ask for a new one at any time.`,
    reason: 'Why do you decline?',
    hint: 'It helps us to make you a better offer.',
    needReason: 'Please enter a reason in a few words.',
    decline: 'Decline the quote',
  },
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
};

export const invoice = {
  title: (number: string) => `Invoice ${number}`,
  lead: {
    open: (toPay: string, payBy: string) => `Please pay ${toPay} by ${payBy}.`,
    overdue: (toPay: string, payBy: string) => `${toPay} was due on ${payBy}. Please pay as soon as you can.`,
    paid: (on: string | undefined) =>
      `This invoice was paid${on === undefined ? '' : ` on ${on}`}. Thank you.`,
    void: 'This invoice was cancelled. There is nothing to pay.',
    credited: 'A credit note has settled this invoice. There is nothing to pay.',
    refunded: 'This invoice was paid, credited and refunded. There is nothing to pay.',
  },
  lapses: 'If it is not paid in time, maintenance ends.',
  order: 'Your new term starts once the invoice is paid in full.',
  crossed: 'If you have already paid, there is nothing else to do: payments can take a few days to arrive.',
  howToPay: 'How to pay',
  payOnline: 'Pay online',
  reference: 'Payment reference',
  amount: 'Amount',
  copyHint: 'A value that you click is selected as a whole, so that you can copy it.',
  code: 'Scan with your banking app',
  codeLabel: (amount: string, reference: string) =>
    `QR code for a bank transfer of ${amount} with reference ${reference}`,
  charges: 'What you are charged for',
  details: 'Details',
  issuedOn: 'Invoice date',
  payBy: 'Pay by',
  purchaseOrder: 'Purchase order',
  replaces: 'Replaces invoice',
  creditNotes: 'Credit notes',
  lines: 'Licences',
  buys: {
    cover: (cover: string) => `Maintenance, ${cover}`,
    change: (change: string) => `For ${change}`,
    support: (ticket: string) => `Emergency support for ticket ${ticket}`,
  },
};

export const creditNote = {
  title: (number: string) => `Credit note ${number}`,
  lead: {
    'less-to-pay': (total: string, invoiceNumber: string | undefined) =>
      `We took ${total} off ${invoiceNumber === undefined ? 'an open invoice' : `invoice ${invoiceNumber}`}.`,
    credit: (total: string) =>
      `We credited ${total}. We apply it to your next invoice, or refund it if you ask us to.`,
  },
  reason: 'Reason',
  ofInvoice: 'Invoice',
};

export const payments = {
  title: 'Payments and receipts',
  lead: 'All payments that we have received from you.',
  none: 'We have not received a payment yet.',
  credit: (amounts: string) => `You have a credit of ${amounts}. We apply it to your next invoice.`,
  received: (on: string) => `Received on ${on}`,
  paid: (invoices: string) => `Paid: ${invoices}`,
  reversed: (on: string) => `Reversed on ${on}`,
  toCredit: 'Added to your credit',
};
