import type { LicenceCommand } from '../../../../contracts/operator/commands.ts';
import type { Action } from './action.ts';
import * as cover from './cover.ts';
import * as mails from './mails.ts';
import * as money from './money.ts';
import * as quotes from './quotes.ts';
import * as records from './records.ts';
import * as support from './support.ts';

type Activity = LicenceCommand['activity'];

/** What operators can do to a licence, by activity: every one that the operator function takes. */
const actions: { readonly [Each in Activity]: Action } = {
  payment: money.payment,
  'reverse-payment': money.reversePayment,
  'credit-invoice': money.creditInvoice,
  'reissue-invoice': money.reissueInvoice,
  refund: money.refund,
  hold: money.hold,
  release: money.release,
  'request-quote': quotes.requestQuote,
  'accept-quote': quotes.acceptQuote,
  'decline-quote': quotes.declineQuote,
  'request-change': quotes.requestChange,
  'accept-change': quotes.acceptChange,
  'add-modules': quotes.addModules,
  'request-migration': quotes.requestMigration,
  cancel: cover.cancel,
  resume: cover.resume,
  activate: cover.activate,
  install: cover.install,
  align: cover.align,
  deactivate: cover.deactivate,
  'open-ticket': support.openTicket,
  'close-ticket': support.closeTicket,
  'grant-access': support.grantAccess,
  'revoke-access': support.revokeAccess,
  'use-access': support.useAccess,
  'request-password': mails.requestPassword,
  'leave-announcements': mails.leaveAnnouncements,
  'join-announcements': mails.joinAnnouncements,
  'ask-term': cover.askTerm,
  'stop-mails': mails.stopMails,
  'resume-mails': mails.resumeMails,
  note: records.note,
  correct: records.correct,
  transfer: records.transfer,
  remove: records.remove,
};

/** Every activity with its action, in the order of the page. */
export const allActions = Object.entries(actions).flatMap(([activity, action]) =>
  isActivity(activity) ? [[activity, action] as const] : [],
);

function isActivity(name: string): name is Activity {
  return Object.hasOwn(actions, name);
}

/** The action of an activity; undefined for a name that is none. */
export function actionNamed(name: string): readonly [Activity, Action] | undefined {
  return isActivity(name) ? [name, actions[name]] : undefined;
}
