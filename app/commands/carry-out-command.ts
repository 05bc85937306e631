import type { Event } from '../../domain/licence/events.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import type { MailingDependencies } from '../mailing/deliver.ts';
import { applyToLicence, type Applied, previewOnLicence } from './apply-to-licence.ts';
import { completeCommand } from './complete-command.ts';
import { todayOf } from './day.ts';
import { deliverAfter } from '../operations/deliver-after.ts';
import { carryOutOnDocument } from './on-document/carry-out-on-document.ts';
import { sharedCommandOf } from './on-document/shared-command.ts';
import { plannedMails } from './planned-mails.ts';
import { licenceForCommand } from './licence-for-command.ts';
import type { Request } from '../operations/request.ts';

/**
 * Applies a command to a licence, or to those of a shared document, and sends the mails that it calls for. A password that
 * it gives is in the answer. A dry run decides and writes nothing.
 */
export async function carryOutCommand(
  mailing: MailingDependencies,
  request: Request,
  { licenceId: named, on, command: asked, dryRun }: OperationOf<'command'>,
): Promise<AnswerOf<'command'>> {
  const shared = await sharedCommandOf(mailing.licences, { licenceId: named, command: asked });
  if (shared !== undefined) return carryOutOnDocument(mailing, request, shared, { on, dryRun });
  const licenceId = await licenceForCommand(mailing.licences, quoteNamedIn(asked) ?? named, asked);
  const command = await completeCommand(mailing.customers, asked);
  if (dryRun === true) {
    const decision = await previewOnLicence(mailing.licences, request, licenceId, command, on);
    const planned = await plannedMails(mailing, request, licenceId, decision.events);
    return { ...decision, events: [...decision.events], mails: [], planned: [...planned] };
  }
  const applied = await applyToLicence(mailing.licences, request, licenceId, command, on);
  const { plan, result, events } = applied;
  const { outcome, reason, code } = result;
  const today = todayOf(plan, request);
  const delivered = await deliverAfter(mailing, request, licenceId, today, eventsOf(applied));
  const password = await passwordGivenBy(mailing, events);
  return { outcome, reason, code, events: [...events], password, ...delivered };
}

/** The number of the quote that an answer to one names besides the licence. */
function quoteNamedIn(asked: LicenceCommand): string | undefined {
  return asked.activity === 'accept-quote' || asked.activity === 'decline-quote' ? asked.document : undefined;
}

/** The events of a request that came before: its mails went out then, or go out now. */
function eventsOf({
  isRepeated,
  result,
}: Applied): { readonly first: number; readonly last: number } | undefined {
  return isRepeated ? { first: result.firstEvent, last: result.lastEvent } : undefined;
}

/** The password that an event gives; undefined where none does. */
async function passwordGivenBy(
  { passwords }: MailingDependencies,
  events: readonly Event[],
): Promise<string | undefined> {
  const given = events.find((event) => event.type === 'UpdatePasswordGiven');
  return given && passwords.passwordOf(given.licenceId, given.product, given.version);
}
