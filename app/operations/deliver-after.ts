import type { CivilDate } from '../../domain/calendar.ts';
import { reasonOfError } from '../../contracts/workflow/reason.ts';
import type { Delivered } from '../../contracts/operator/answers.ts';
import { deliverPending, type MailingDependencies } from '../mailing/deliver.ts';
import type { Request } from './request.ts';

/** The numbers of some events of a licence, both included. */
export interface EventNumbers {
  readonly first: number;
  readonly last: number;
}

/**
 * Sends the mails that wait in a licence's outbox and says how each stands. The change is made already: a problem with
 * mail is part of the answer, and the next run sends the rest.
 * @param repeated the events of a request that came before, whose mails are reported as they stand
 */
export async function deliverAfter(
  mailing: MailingDependencies,
  { sendersTime }: Request,
  licenceId: string,
  today: CivilDate,
  repeated: EventNumbers | undefined,
): Promise<Delivered> {
  try {
    const sent = await deliverPending(mailing, licenceId, today, sendersTime);
    return { mails: repeated === undefined ? [...sent] : await mailsOf(mailing, licenceId, repeated) };
  } catch (error) {
    return { mails: [], problem: reasonOfError(error) };
  }
}

async function mailsOf(
  { mails }: MailingDependencies,
  licenceId: string,
  { first, last }: EventNumbers,
): Promise<Delivered['mails']> {
  const own = (await mails.mails(licenceId)).filter(({ version }) => version >= first && version <= last);
  return own.map(({ mailId, status, reason }) => {
    const isSent = status === 'sent' || reason === undefined;
    return isSent ? { mailId, status } : { mailId, status, because: reason };
  });
}
