import type { OutcomeName, OutcomeWords } from '../../parts/outcome-names.ts';

/** What has just happened and what comes next, at the top of the page that follows. */
export const done = {
  repeated: 'Your browser sent this form more than once. We carried it out once.',
  yourCustomer: 'your customer',
  nobodyMailed:
    'We could not email you: none of your addresses takes our mail. Please change it under “Account”.',
  of: {
    already: { what: 'This was already done, so nothing has changed.' },
    'accept-quote': {
      what: 'Thank you. Your order is placed.',
      mail: (to) => `We are emailing this invoice to ${to}.`,
    },
    'decline-quote': {
      what: 'You have declined the quote.',
      next: 'You do not need to do anything else. You can ask for a new quote at any time.',
    },
    'accept-change': {
      what: 'Thank you. Your order is placed.',
      mail: (to) => `We are emailing this invoice to ${to}.`,
      next: 'We carry out your order once the invoice is paid in full.',
    },
    'request-quote': {
      what: 'Here is the quote.',
      mail: (to) => `We are also emailing it to ${to}.`,
    },
    'quote-sent-again': {
      what: 'This quote is still open.',
      mail: (to) => `We are emailing it again to ${to}.`,
    },
    'cancel-renewal': {
      what: 'The renewal is cancelled.',
      mail: (to) => `We are emailing a confirmation to ${to}.`,
    },
    'resume-renewal': {
      what: 'The cancellation is withdrawn. Maintenance continues.',
      mail: (to) => `We are emailing a confirmation to ${to}.`,
    },
    'request-change': {
      what: 'Here is the quote for your change.',
      mail: (to) => `We are also emailing it to ${to}.`,
    },
    'change-made': {
      what: 'Your licence is changed.',
      mail: (to) => `We are emailing the details to ${to}.`,
    },
    'add-modules': {
      what: 'Thank you. Your order is placed.',
      mail: (to) => `We are emailing this invoice to ${to}.`,
      next: 'We add the modules once it is paid in full.',
    },
    'modules-added-free': {
      what: 'The modules are added to your licence.',
      mail: (to) => `We are emailing the details to ${to}.`,
    },
    'open-ticket': {
      what: 'Your ticket is open.',
      mail: (to) => `We are emailing its number to ${to}.`,
      next: 'To describe your problem, reply to that email.',
    },
    'emergency-opened': {
      what: 'Your emergency ticket is open.',
      mail: (to) => `We are emailing its number to your technical contact, and the invoice to ${to}.`,
      next: 'To describe your problem, reply to the email with the number.',
    },
    'support-declined': {
      what: 'We could not open a ticket, because this licence is not under maintenance.',
      mail: (to) => `We are emailing your options to ${to}.`,
    },
    'close-ticket': { what: 'The ticket is closed.' },
    'grant-access': {
      what: 'Remote access is granted.',
      mail: (to) => `We are emailing a confirmation to ${to}.`,
      next: 'You can revoke it here at any time.',
    },
    'revoke-access': {
      what: 'Remote access is revoked.',
      mail: (to) => `We are emailing a confirmation to ${to}.`,
    },
    'request-password': {
      what: 'Here is the password.',
      mail: (to) => `We are also emailing it to ${to}.`,
    },
    'password-refused': {
      what: 'We cannot give you this password, because this licence is not under maintenance.',
      mail: (to) => `We are emailing your options to ${to}.`,
    },
    'leave-announcements': { what: 'We will no longer email you about updates for this licence.' },
    'join-announcements': { what: 'We will email you when an update for this licence is published.' },
    'stop-mails': {
      what: 'You will receive no more reminders, offers and news.',
      next: 'We still email you invoices and notices about your contract.',
    },
    'resume-mails': { what: 'You will receive reminders, offers and news again.' },
    'stop-copies': { what: 'You will receive no more copies of your customers’ emails.' },
    'resume-copies': { what: 'You will receive copies of your customers’ emails again.' },
    'edit-details': { what: 'Your details are saved.', next: 'They apply to all your licences from now on.' },
  } satisfies Readonly<Record<OutcomeName, OutcomeWords>>,
};
