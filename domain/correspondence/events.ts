import * as z from 'zod/mini';
import { event } from '../licence/event.ts';

const mailFields = { mailId: z.string(), kind: z.string() };

/** Whether one licence is meant, or all that its customer has on that day. */
const scopeSchema = z.enum(['licence', 'customer']);

export const correspondenceActivities = ['stop-mails', 'resume-mails'] as const;

export const correspondenceEvents = () =>
  [
    /** A mail goes out once more: nobody knows whether it did before, it came back, or an operator has it sent. */
    event('MailSentAgain', mailFields),
    /** A mail is not sent, or not again, until an operator has looked at it. */
    event('MailHeld', mailFields),
    /** From now on only what the contract asks for and what the customer asks for is mailed. */
    event('MailsStopped', { by: z.enum(['complaint', 'unsubscribe', 'operator']), scope: scopeSchema }),
    event('MailsResumed', { scope: scopeSchema }),
    /** An address that sent mail back for good takes mail again. */
    event('AddressCleared', { of: z.enum(['customer', 'partner']) }),
  ] as const;

export type CorrespondenceEvent = z.infer<ReturnType<typeof correspondenceEvents>[number]>;
