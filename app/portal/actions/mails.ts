import { dayIn } from '../../../domain/calendar.ts';
import { applyToLicence } from '../../commands/apply-to-licence.ts';
import type { UndatedCommand } from '../../commands/undated-command.ts';
import { accessTo, isPartner, mayDo } from '../access.ts';
import { notForPartners } from '../collect/licences/refusal-of.ts';
import { seenLicence } from '../collect/licences/seen-licence.ts';
import { type Acting, refusedFor } from './acting.ts';
import type { Did } from './did.ts';
import type { InputOf } from './inputs.ts';
import type { ActionResult } from './result.ts';

/** Stops reminders, offers and news for one licence or for all of the customer, or has them sent again. */
export function mailsAction(name: 'stop-mails' | 'resume-mails') {
  return async (acting: Acting<InputOf<'stop-mails'>>): Promise<ActionResult<Did['stop-mails']>> => {
    const { portal, request, input } = acting;
    const scope = input.licenceId === undefined ? 'customer' : 'licence';
    const licences = await licencesMeant(acting, name);
    if (!Array.isArray(licences)) return licences;
    const command: UndatedCommand =
      name === 'stop-mails'
        ? { activity: 'stop-mails', by: 'unsubscribe', scope }
        : { activity: 'resume-mails', scope };
    const changed: string[] = [];
    for (const licenceId of licences) {
      const { events, isRepeated } = await applyToLicence(
        portal.mailing.licences,
        request,
        licenceId,
        command,
      );
      if (events.length > 0 && !isRepeated) changed.push(licenceId);
    }
    const did = { licenceIds: changed };
    return changed.length === 0 ? { outcome: 'already-done', did } : { outcome: 'done', did };
  };
}

/** Those that the reader may decide about; removed ones have no mails. */
async function licencesMeant(
  { portal, visit, input }: Acting<InputOf<'stop-mails'>>,
  name: 'stop-mails' | 'resume-mails',
): Promise<string[] | ActionResult<never>> {
  const { licenceId } = input;
  if (licenceId !== undefined) {
    const seen = await seenLicence(portal, visit, licenceId);
    if (seen === undefined) return { outcome: 'not-found' };
    return mayDo(seen.rights, name) ? [licenceId] : refusedFor(notForPartners);
  }
  const accessible = await accessTo(portal, visit.reader, visit.reader.customerId);
  if (accessible === undefined) return { outcome: 'not-found' };
  const { customerId } = accessible.customer;
  const ids = await portal.licencesOf.licences(customerId);
  const { values } = await portal.mailing.licences.loadAll(ids);
  return values
    .map(({ licence }) => licence)
    .filter(({ facts, standing }) => facts.customerId === customerId && standing.status !== 'removed')
    .map(({ facts }) => facts.licenceId)
    .toSorted();
}

/** Stops the copies that a partner gets of its customers' mails, or has them sent again. */
export function copiesAction(name: 'stop-copies' | 'resume-copies') {
  return async ({ portal, visit }: Acting<object>): Promise<ActionResult<Did['stop-copies']>> => {
    const { reader, now } = visit;
    const accessible = await accessTo(portal, reader, reader.customerId);
    if (accessible === undefined) return { outcome: 'not-found' };
    if (!(await isPartner(portal, reader, accessible.customer)))
      return refusedFor({ code: 'only-for-partners', detail: 'Only a partner gets copies.' });
    const { customerId, copiesStoppedOn } = accessible.customer;
    const isStopped = copiesStoppedOn !== undefined;
    const did = { customerId };
    if (isStopped === (name === 'stop-copies')) return { outcome: 'already-done', did };
    const { customers } = portal.mailing;
    if (name === 'stop-copies')
      await customers.stopCopies(customerId, dayIn('UTC', new Date(now).toISOString()));
    else await customers.resumeCopies(customerId);
    return { outcome: 'done', did };
  };
}
