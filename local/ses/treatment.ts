import { ServiceError } from '../shared/service-error.ts';
import type { Envelope } from './mailbox.ts';

/** What goes wrong with a mail: before SES has taken it, or after. */
export type MailFault = 'throttle' | 'reject' | 'cut off before sending' | 'cut off after sending';

/** How SES treats a mail; without members as ever. */
interface Treatment {
  readonly fault?: MailFault;
  /** Whether no feedback on it is sent. */
  readonly loseFeedback?: boolean;
}

/** Says how a mail is treated that is about to be sent. */
export type TreatMail = (mail: Pick<Envelope, 'destinations' | 'tags'>) => Treatment;

/** Throws what SES answers where a fault says that it does not take a mail. */
export function refuseFor(fault: MailFault | undefined): void {
  if (fault === 'throttle') throw new ServiceError('Throttling', 'Maximum sending rate exceeded.');
  if (fault === 'reject') throw new ServiceError('MessageRejected', 'Email address is not verified.');
}
