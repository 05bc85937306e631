import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { MailStatus } from '../../contracts/delivery/mail.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import { planOf } from '../../plans/plan-of.ts';
import { requireLicence } from '../commands/change-licence.ts';
import type { MailStores } from './move-mail.ts';

/** Leaves the mails of a licence to the next day's run. */
export async function postpone(
  { licences }: Pick<MailStores, 'licences'>,
  licenceId: string,
  today: CivilDate,
): Promise<void> {
  await retryOnConflict(async () => {
    const stored = requireLicence(licenceId, await licences.load(licenceId));
    if (stored.outbox.length === 0) return;
    await licences.settle(planOf(stored.licence.facts.planId), stored, [], addDays(today, 1));
  });
}

/**
 * Takes the mails that are settled out of a licence's outbox. `version` is the licence's before they were delivered.
 * Where only mails are left that another process is sending or that SES is to report on, the next day's run looks at
 * them.
 */
export async function settleOutbox(
  { licences, mails }: MailStores,
  licenceId: string,
  version: number,
  deliveries: readonly { readonly mailId: string; readonly status: MailStatus }[],
  today: CivilDate,
): Promise<void> {
  const idsOf = (wanted: readonly MailStatus[]) =>
    deliveries.filter(({ status }) => wanted.includes(status)).map(({ mailId }) => mailId);
  const done = idsOf(settledStatuses);
  const waiting = idsOf(['unknown', 'sending']);
  await retryOnConflict(async () => {
    const stored = requireLicence(licenceId, await licences.load(licenceId));
    // An event since then may be that of a bounce, which puts a mail back that was sent a moment ago.
    const settled = stored.version === version ? done : await stillSettled(mails, licenceId, done);
    const isWaiting = stored.outbox.every((mailId) => settled.includes(mailId) || waiting.includes(mailId));
    const mailsOn = isWaiting ? addDays(today, 1) : stored.mailsOn;
    await licences.settle(planOf(stored.licence.facts.planId), stored, settled, mailsOn);
  });
}

const settledStatuses: readonly MailStatus[] = ['sent', 'held', 'skipped'];

async function stillSettled(
  mails: MailStores['mails'],
  licenceId: string,
  mailIds: readonly string[],
): Promise<readonly string[]> {
  const current = await Promise.all(mailIds.map((mailId) => mails.mail(licenceId, mailId)));
  return current.filter(({ status }) => settledStatuses.includes(status)).map(({ mailId }) => mailId);
}
