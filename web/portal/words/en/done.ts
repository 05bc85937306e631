import type { ActionName } from '../../../../app/portal/actions/inputs.ts';

/** What has just happened, at the top of the page that follows. */
export const done = {
  already: 'This has already been done. It was not done twice.',
  'accept-quote': 'Thank you. Your order is placed, and the invoice is on its way to you by email.',
  'decline-quote': 'You have declined the quote.',
  'accept-change': 'Thank you. Your order is placed, and the invoice is on its way to you by email.',
  'request-quote': 'Here is your quote. We have also emailed it to you.',
  'cancel-renewal': 'The renewal is cancelled. We have emailed you a confirmation.',
  'resume-renewal': 'The cancellation is withdrawn. Maintenance continues.',
  'request-change': 'Your change is made, or its quote is on its way to you by email.',
  'add-modules': 'Thank you. Your order is placed, and we have emailed you the details.',
  'open-ticket': 'We have received your request and emailed you the details.',
  'close-ticket': 'The ticket is closed.',
  'grant-access': 'Remote access is granted.',
  'revoke-access': 'Remote access is revoked.',
  'request-password': 'We have emailed you an answer to your request.',
  'leave-announcements': 'You will receive no more update news.',
  'join-announcements': 'You will receive update news again.',
  'stop-mails': 'You will receive no more reminders, offers and news.',
  'resume-mails': 'You will receive reminders, offers and news again.',
  'stop-copies': 'You will receive no more copies.',
  'resume-copies': 'You will receive copies again.',
  'edit-details': 'Your details are saved.',
} satisfies Readonly<Record<ActionName | 'already', string>>;
