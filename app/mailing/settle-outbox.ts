import { retryOnConflict } from '../../adapters/dynamodb/table/retry.ts';
import type { MailStatus } from '../../contracts/delivery/mail.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
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
 * Takes the mails that are settled out of a licence's outbox: of those that were sent just now, that is the record of it.
 * `before` is the licence as it was before they were delivered. Where only mails are left that another process is sending
 * or that SES is to report on, the next day's run looks at them.
 */
export async function settleOutbox(
  { licences, mails }: MailStores,
  before: Stored,
  deliveries: readonly Settled[],
  today: CivilDate,
): Promise<void> {
  const { licenceId, planId } = before.licence.facts;
  const done = deliveries.filter(({ status }) => settledStatuses.includes(status));
  const waiting = deliveries.filter(({ status }) => status === 'unknown' || status === 'sending');
  let loaded: Stored | undefined = before;
  await retryOnConflict(async () => {
    const stored = loaded ?? requireLicence(licenceId, await licences.load(licenceId));
    loaded = undefined;
    // An event since then may be that of a bounce, which puts a mail back that was sent a moment ago.
    const settled = stored.version === before.version ? done : await stillSettled(mails, licenceId, done);
    const named = new Set([...settled, ...waiting].map(({ mailId }) => mailId));
    const isWaiting = stored.outbox.every((mailId) => named.has(mailId));
    const mailsOn = isWaiting ? addDays(today, 1) : stored.mailsOn;
    const mailIds = settled.map(({ mailId }) => mailId);
    await licences.settle(planOf(planId), stored, mailIds, mailsOn);
  });
}

/** Where a mail stood after its delivery, and which attempt SES has taken, if one was made. */
interface Settled {
  readonly mailId: string;
  readonly status: MailStatus;
  readonly attempt?: number | undefined;
}

const settledStatuses: readonly MailStatus[] = ['sent', 'held', 'skipped'];

/** Those that nobody has put back: an attempt that SES has taken is settled as long as it is the last. */
async function stillSettled(
  mails: MailStores['mails'],
  licenceId: string,
  done: readonly Settled[],
): Promise<readonly Settled[]> {
  const current = new Map((await mails.mails(licenceId)).map((mail) => [mail.mailId, mail]));
  return done.filter(({ mailId, attempt }) => {
    const mail = current.get(mailId);
    if (mail === undefined || settledStatuses.includes(mail.status)) return mail !== undefined;
    return mail.status !== 'pending' && mail.attempts === attempt;
  });
}
