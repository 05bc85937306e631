import type { AnswerOf } from '../../contracts/operator/answers.ts';
import { withoutPerson } from '../../adapters/dynamodb/licences/cause.ts';
import { keyOfDocument, keyOfEInvoice } from '../../contracts/delivery/documents.ts';
import { keptUntil, whyNotErasable, withoutPersonalText } from '../../domain/customer/erase.ts';
import { planOf } from '../../plans/plan-of.ts';
import { applyToLicence } from '../commands/apply-to-licence.ts';
import { todayOf } from '../commands/day.ts';
import { Refused } from '../commands/refused.ts';
import type { Request } from '../operations/request.ts';
import type { CustomerDependencies } from './dependencies.ts';
import { erasePayments } from './erase-payments.ts';

type Documents = AnswerOf<'erase-customer'>['documents'];

/**
 * Erases what a licence has of its customer: text in its journal, who paid, why mails came back, and documents that nobody must
 * keep.
 * Gives what happens to each document. Throws `Refused` where the licence is not over.
 */
export async function eraseLicence(
  { mailing: { licences, mails, files }, payments }: CustomerDependencies,
  request: Request,
  licenceId: string,
  isDryRun: boolean,
): Promise<Documents> {
  const loaded = await licences.loadWithHistory(licenceId);
  if (loaded === undefined) return [];
  const { stored, history } = loaded;
  const { planId } = stored.licence.facts;
  const plan = planOf(planId);
  const today = todayOf(plan, request);
  const journal = history.events.map(({ event }) => event);
  const documents = history.documents.map((document) => {
    const until = keptUntil(plan, journal, document);
    const { kind, number, issuedOn } = document;
    return {
      licenceId,
      planId,
      kind,
      number,
      issuedOn,
      keptUntil: until !== undefined && until >= today ? until : undefined,
    };
  });
  if (isDryRun) return documents;
  const obstacle = whyNotErasable(stored.licence, stored.outbox.length);
  if (obstacle !== undefined)
    throw new Refused(`Licence ${licenceId}: ${obstacle}. What came before it is erased.`);
  await applyToLicence(licences, request, licenceId, { activity: 'erase-customer' });
  for (const { version, event, cause } of history.events) {
    const [without, anonymous] = [withoutPersonalText(event), withoutPerson(cause)];
    if (JSON.stringify([without, anonymous]) !== JSON.stringify([event, cause]))
      await licences.rewriteEvent(version, without, anonymous);
  }
  await erasePayments(payments, journal);
  for (const mail of history.mails) if (mail.reason !== undefined) await mails.forgetReason(mail);
  for (const { number, issuedOn, keptUntil: until } of documents)
    if (until === undefined)
      for (const keyOf of [keyOfDocument, keyOfEInvoice]) await files.delete(keyOf(planId, issuedOn, number));
  return documents;
}
