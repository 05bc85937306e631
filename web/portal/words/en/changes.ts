/** Cancelling and resuming renewal, asking for quotes, and changes of a licence. */
export const cancelling = {
  title: 'Cancel the renewal?',
  lead: (endsOn: string) => `If you cancel, maintenance ends on ${endsOn}. You remain covered until then.`,
  late: (noticeUntil: string) =>
    `The last day to cancel for the end of the current term was ${noticeUntil}. A cancellation therefore takes effect at the end of the next term.`,
  inTime: (noticeUntil: string) => `You can cancel for this date until ${noticeUntil}.`,
  ends: 'What ends',
  keeps: 'The software itself keeps working.',
  noUse: 'The software may no longer be used after that date.',
  owed: (invoices: string) => `Still to be paid: ${invoices}.`,
  undo: 'You can withdraw the cancellation until maintenance ends.',
  cancel: 'Cancel the renewal',
  keep: 'Keep the renewal',
};

export const resuming = {
  title: 'Withdraw the cancellation?',
  lead: 'If you withdraw the cancellation, maintenance continues as before.',
  resume: 'Withdraw the cancellation',
};

export const requestingQuote = {
  title: 'Ask for a quote?',
  lead: 'We email you a quote at once. Asking for it orders nothing: you decide when you have it.',
  ask: 'Ask for a quote',
};

export const changes = {
  title: 'Change your licence',
  lead: 'Choose another edition or add modules. You see the price before you order.',
  editions: 'Other editions',
  modules: 'Additional modules',
  openQuote: (number: string) => `Quote ${number} for a change is open.`,
  viewQuote: 'View the quote',
  none: 'There are no changes on offer for this licence.',
  listPrice: (price: string) => `List price ${price}`,
  credited: (price: string) => `less a credit of ${price}`,
  newLicence: 'as a new licence',
  free: 'Included in your contract',
  had: 'You have this module',
  untilEnd: (on: string) =>
    `Prices are for the time until ${on}. From the next term, the modules are part of your maintenance.`,
  continue: 'Continue',
  pickOne: 'Choose something first.',
  edition: {
    title: (edition: string) => `Change to the ${edition} edition?`,
    quoted:
      'We email you a quote at once. Asking for it orders nothing: the change is made once you have accepted the quote and paid the invoice.',
    made: 'Your contract includes this change. It is made at once and costs nothing.',
    ask: 'Ask for a quote',
    make: 'Change the edition',
    gone: 'This edition is not on offer for your licence.',
  },
  module: {
    title: 'Add these modules?',
    lead: (total: string) => `You order these modules for ${total}.`,
    free: 'Your contract includes these modules. They cost nothing.',
    then: 'We email you the invoice. The modules are added once it is paid in full.',
    order: (total: string) => `Order for ${total}`,
    add: 'Add the modules',
  },
};
