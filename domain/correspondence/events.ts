import * as z from 'zod';
import { event } from '../event.ts';

const mailFields = { mailId: z.string(), kind: z.string() };

export const correspondenceEvents = [
  /** A mail goes out once more: because nobody knows whether it did before, or because it came back. */
  event('MailSentAgain', mailFields),
  /** A mail is not sent, or not again, until an operator has looked at it. */
  event('MailHeld', mailFields),
] as const;

export type CorrespondenceEvent = z.infer<(typeof correspondenceEvents)[number]>;
