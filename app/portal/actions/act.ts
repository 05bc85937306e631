import { ConcurrentChange, Throttled } from '../../../adapters/dynamodb/table/faults.ts';
import { Refused } from '../../commands/refused.ts';
import type { PortalDependencies } from '../dependencies.ts';
import type { Visit } from '../reader.ts';
import { type Acting, actingOf, refusedFor } from './acting.ts';
import { editDetails } from './details.ts';
import type { Did } from './did.ts';
import type { ActionName, InputOf } from './inputs.ts';
import { addModules, cancelRenewal, requestChange, requestQuote, resumeRenewal } from './licences.ts';
import { copiesAction, mailsAction } from './mails.ts';
import { acceptChange, acceptQuote, declineQuote } from './quotes.ts';
import type { ActionResult, Submission } from './result.ts';
import { openTicket, ticketAction } from './support.ts';
import { announcementsAction, requestPassword } from './updates.ts';

type Action<Name extends ActionName> = (acting: Acting<InputOf<Name>>) => Promise<ActionResult<Did[Name]>>;

/** How each action is done. */
const actions: { readonly [Name in ActionName]: Action<Name> } = {
  'accept-quote': acceptQuote,
  'decline-quote': declineQuote,
  'accept-change': acceptChange,
  'request-quote': requestQuote,
  'cancel-renewal': cancelRenewal,
  'resume-renewal': resumeRenewal,
  'request-change': requestChange,
  'add-modules': addModules,
  'open-ticket': openTicket,
  'close-ticket': ticketAction('close-ticket'),
  'grant-access': ticketAction('grant-access'),
  'revoke-access': ticketAction('revoke-access'),
  'request-password': requestPassword,
  'leave-announcements': announcementsAction('leave-announcements'),
  'join-announcements': announcementsAction('join-announcements'),
  'stop-mails': mailsAction('stop-mails'),
  'resume-mails': mailsAction('resume-mails'),
  'stop-copies': copiesAction('stop-copies'),
  'resume-copies': copiesAction('resume-copies'),
  'edit-details': editDetails,
};

/**
 * Does what a reader asks for by the one way to change licences and customers, decided by the plans of this deployment. A
 * form that is sent twice does it once.
 */
export async function act<Name extends ActionName>(
  portal: PortalDependencies,
  visit: Visit,
  name: Name,
  submission: Submission<InputOf<Name>>,
): Promise<ActionResult<Did[Name]>> {
  const action: Action<Name> = actions[name];
  try {
    return await action(actingOf(portal, visit, name, submission));
  } catch (error) {
    if (error instanceof Refused) return refusedFor({ code: 'other', detail: error.message });
    if (error instanceof ConcurrentChange || error instanceof Throttled) return { outcome: 'busy' };
    throw error;
  }
}
