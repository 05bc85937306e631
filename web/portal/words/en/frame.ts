/** What stands around every page. */
export const frame = {
  skip: 'Skip to the content',
  navigation: 'Main navigation',
  sections: { licences: 'Licences', documents: 'Documents', account: 'Account' },
  signOut: 'Sign out',
  help: 'Help and language',
  otherLanguage: 'Deutsch',
  more: 'Show more',
  back: 'Back',
  cancel: 'Go back',
};

/** Coming in and going out. */
export const entry = {
  signIn: {
    title: 'Sign in',
    lead: 'We will email you a link to your page. You do not need a password.',
    email: 'Email address',
    hint: 'The address at which you receive our invoices and notices.',
    send: 'Send me a link',
  },
  sent: {
    title: 'Check your email',
    lead: 'If we have your address on file, a link is on its way to it.',
    hint: 'It usually arrives within a minute. If it does not, look in your spam folder, or try the address at which you receive our invoices.',
    again: 'Use another address',
  },
  expired: {
    title: 'This link has expired',
    lead: 'For your security, links in our emails stop working after a while. We can send you a new one.',
    send: 'Send a new link to the same address',
    other: 'Sign in with another address',
  },
  invalid: {
    title: 'This link is not valid',
    lead: 'It may have been copied only in part, or the address that it was sent to is no longer on file. We can send you a new one.',
  },
  signedOut: 'You have signed out.',
  ended: {
    title: 'Your session has ended',
    lead: 'You were signed out after a while, or in another window. What you have just sent was not carried out, and nothing was changed.',
    note: 'Your session has ended. Sign in again to go on.',
    then: 'Open your page by a new link, and send the form again.',
  },
  saved:
    'Your details are saved. You are signed out, because the address that you used is no longer one of yours.',
};

/** What is wrong with what was typed into a form. */
export const faults = {
  heading: (count: number) =>
    count === 1 ? 'One entry needs your attention:' : `${count} entries need your attention:`,
  title: (title: string) => `Error: ${title}`,
  tooLong: (length: string, most: string) =>
    `Your text has ${length} characters. Please shorten it to ${most} or fewer.`,
  unusable: (value: string) => `“${value}” cannot be used here.`,
  oneLine: 'Enter plain text on one line.',
  plainText: 'Enter plain text.',
};

/** Pages that say that something went wrong. */
export const problems = {
  notFound: {
    title: 'Page not found',
    lead: 'There is no such page, or it is not one of yours. Your licences and invoices are on your start page.',
  },
  failed: {
    title: 'Something went wrong',
    lead: 'We could not show this page. Nothing was changed. Please try again in a few minutes.',
  },
  tooLarge: {
    title: 'There is too much for one file',
    lead: 'What we store about you is more than this page can send. Please ask us for it: reply to any of our emails.',
  },
  forged: {
    title: 'This form is no longer valid',
    lead: 'It was opened a while ago, or in another session. Nothing was changed. Please open the page again.',
  },
  tooMany: {
    title: 'Please wait a moment',
    lead: 'There were too many requests in a short time. Please try again in a few minutes.',
  },
  busy: {
    title: 'Please try again',
    lead: 'Somebody else was changing the same licence. Nothing was changed. You can send your request again: it will be carried out only once.',
    again: 'Try again',
  },
  invalid: {
    title: 'Please check your entry',
    lead: 'Something in the form is missing or cannot be used. Nothing was changed.',
  },
  refused: {
    title: 'This is not possible',
    nothingChanged: 'Nothing was changed.',
    contact: (vendor: string) => `If you have a question, reply to any email from ${vendor}.`,
  },
  meanwhile: {
    title: 'This has changed in the meantime',
    quote: {
      open: (number: string) => `Quote ${number} has changed. Please look at it again.`,
      accepted: (number: string) =>
        `Quote ${number} has already been accepted. You do not need to do anything else.`,
      declined: (number: string) => `Quote ${number} has been declined. It can no longer be accepted.`,
      expired: (number: string) => `Quote ${number} has expired. You can ask for a new one.`,
      withdrawn: (number: string) => `Quote ${number} has been withdrawn. You can ask for a new one.`,
    },
    endOfCover: (endsOn: string) =>
      `A cancellation now takes effect on ${endsOn}, not on the day that you were shown. Nothing was cancelled. Please check the new date first.`,
    price: (total: string) =>
      `The price is now ${total}. Nothing was ordered. Please check the new price first.`,
    details: 'Somebody else has changed these details. Your changes were not saved. Please check them first.',
    look: 'Look at it again',
  },
  home: 'Go to your licences',
};
