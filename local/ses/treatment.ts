import { ServiceError } from '../shared/service-error.ts';
import type { Fate } from './feedback.ts';
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

/** A report that was handed over, and what resolves when it has been handled. */
interface HandedOver {
  readonly handled: Promise<void>;
}

/** What comes of mails, and which of SES's reports on them arrive, and when. */
export interface FeedbackWeather {
  readonly fateOf: (mail: Envelope) => { readonly fate: Fate | undefined; readonly isDelayed: boolean };
  /**
   * Carries a report on a mail: now, later, twice or not at all.
   * @param type of the report, as SES names it
   * @returns what resolves when the report has been handled, for each time that it arrives
   */
  readonly carry: (
    mail: Envelope,
    type: string,
    handOver: () => Promise<HandedOver>,
  ) => Promise<readonly Promise<void>[]>;
}

/** Each mail is delivered where its address takes mail, and each report arrives at once. */
export const asEver: FeedbackWeather = {
  fateOf: () => ({ fate: undefined, isDelayed: false }),
  carry: async (_mail, _type, handOver) => [(await handOver()).handled],
};
