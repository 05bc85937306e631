import * as z from 'zod/mini';
import { rejectionCodes } from '../../domain/licence/rejection-code.ts';
import { eventSchema } from '../../domain/licence/events.ts';
import { mailStatuses } from '../delivery/mail.ts';
import { customerAnswerSchemas } from './customers.ts';

const deliverySchema = z.object({
  mailId: z.string(),
  status: z.enum(mailStatuses),
  because: z.optional(z.string()),
});

/** The status of a licence's mails; `problem` says why some were not sent: the next run sends them. */
const deliveredSchema = z.object({ mails: z.array(deliverySchema), problem: z.optional(z.string()) });

export type Delivered = z.infer<typeof deliveredSchema>;

/** A mail that a command would call for. */
const plannedMailSchema = z.object({
  licenceId: z.string(),
  kind: z.string(),
  /** Every address that would read it; empty where none takes mail: it would be held. */
  to: z.array(z.string()),
  subject: z.optional(z.string()),
  /** Why it would not be sent. */
  because: z.optional(z.string()),
});

export type PlannedMail = z.infer<typeof plannedMailSchema>;

const bookedSchema = z.object({
  outcome: z.literal('booked'),
  /** The licences that it is booked on. */
  licenceIds: z.array(z.string()),
  mails: z.optional(z.array(deliverySchema)),
  problem: z.optional(z.string()),
});

const paymentResultSchema = z.discriminatedUnion('outcome', [
  bookedSchema,
  z.object({ outcome: z.literal('waiting'), reason: z.optional(z.string()) }),
  /** Booked or dismissed before. */
  z.object({ outcome: z.literal('known') }),
  z.object({ outcome: z.literal('failed'), reason: z.string() }),
]);

/** The result of a payment that came in. */
export type PaymentResult = z.infer<typeof paymentResultSchema>;

const rowResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('written') }),
  z.object({ outcome: z.literal('unchanged') }),
  z.object({ outcome: z.literal('failed'), reason: z.string() }),
]);

/** The result of a row of an import. */
export type RowResult = z.infer<typeof rowResultSchema>;

/** The answer to each kind of operation. */
export const answerSchemas = {
  command: z.extend(deliveredSchema, {
    outcome: z.enum(['accepted', 'rejected']),
    /** Why it was rejected. */
    reason: z.optional(z.string()),
    /** The same as a code, where customers ask for it themselves. */
    code: z.optional(z.enum(rejectionCodes)),
    events: z.array(eventSchema),
    /** The password of the update, where the command gave one. */
    password: z.optional(z.string()),
    /** Of a dry run: what it would mail, with the recipients. */
    planned: z.optional(z.array(plannedMailSchema)),
  }),
  'send-mail': deliveredSchema,
  /** Passwords and the links that identify a reader are left out. */
  'show-mail': z.object({
    from: z.string(),
    to: z.array(z.string()),
    /** The customer's partner and the account manager. */
    copies: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    /** The names of the files that go with it. */
    attachments: z.array(z.string()),
  }),
  'clear-address': z.object({ events: z.array(eventSchema) }),
  /** One result for each row, in their order. */
  import: z.object({ results: z.array(rowResultSchema) }),
  /** One result for each payment, in their order. */
  'take-payments': z.object({ results: z.array(paymentResultSchema) }),
  'assign-payment': bookedSchema,
  'dismiss-payment': z.object({ outcome: z.literal('dismissed') }),
  'begin-restore': z.object({ isResumed: z.boolean() }),
  restore: z.object({ results: z.array(rowResultSchema) }),
  'end-restore': z.object({ isDone: z.literal(true) }),
  run: z.object({ executionArn: z.string() }),
  'test-mail': z.object({ mailId: z.string() }),
  'publish-update': z.object({ executionArn: z.string() }),
  ...customerAnswerSchemas,
} as const;

export type AnswerOf<Kind extends keyof typeof answerSchemas> = z.infer<(typeof answerSchemas)[Kind]>;

/** How the operator function answers: with what was done, why nothing was done, or that it cannot for the moment. */
export const responseSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), answer: z.unknown() }),
  z.object({ outcome: z.literal('refused'), reason: z.string() }),
  z.object({ outcome: z.literal('busy'), reason: z.string() }),
]);

/** The same as the function writes it. */
export type OperatorResponse =
  | { readonly outcome: 'done'; readonly answer: AnswerOf<keyof typeof answerSchemas> }
  | { readonly outcome: 'refused' | 'busy'; readonly reason: string };
