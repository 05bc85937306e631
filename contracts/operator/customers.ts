import * as z from 'zod/mini';
import { civilDateSchema } from '../../domain/calendar.ts';
import { customerEditSchema, fieldChangeSchema } from '../../domain/customer/edit.ts';
import { customerEntrySchema, customerNoteSchema } from '../../domain/customer/history.ts';
import { idSchema } from '../../domain/text/id.ts';

/** Most licences that one request brings in line with their customer. */
export const mostFollowing = 50;

/** Most licences that one request erases the data of. */
export const mostErased = 25;

/** What an operator can have done about a customer. A merged customer stands for the one that took its place. */
export const customerOperationSchemas = [
  /** Changes some fields; as a dry run it says what would change. */
  z.strictObject({
    kind: z.literal('edit-customer'),
    customerId: idSchema,
    edit: customerEditSchema,
    dryRun: z.optional(z.boolean()),
  }),
  /** Brings licences in line with what their customer is now, some at a time: those after licence `after`. */
  z.strictObject({
    kind: z.literal('follow-customer'),
    customerId: idSchema,
    after: z.optional(idSchema),
  }),
  /** Has customer `into` take the place of another one; licences follow by `follow-customer`. As a dry run it changes nothing. */
  z.strictObject({
    kind: z.literal('merge-customers'),
    customerId: idSchema,
    into: idSchema,
    dryRun: z.optional(z.boolean()),
  }),
  /** Erases personal data: those of some licences, after licence `after`, and with the last those of the customer. */
  z.strictObject({
    kind: z.literal('erase-customer'),
    customerId: idSchema,
    after: z.optional(idSchema),
    dryRun: z.optional(z.boolean()),
  }),
  z.strictObject({ kind: z.literal('note-customer'), customerId: idSchema, note: customerNoteSchema }),
] as const;

const followedSchema = z.object({
  licenceId: z.string(),
  outcome: z.enum(['changed', 'unchanged', 'failed']),
  /** Why it failed. */
  reason: z.optional(z.string()),
});

/** The answers to them. */
export const customerAnswerSchemas = {
  'edit-customer': z.object({ customerId: z.string(), changes: z.array(fieldChangeSchema) }),
  'follow-customer': z.object({
    licences: z.array(followedSchema),
    /** The licence after which the next request goes on; unset where there are no more. */
    next: z.optional(z.string()),
  }),
  'merge-customers': z.object({ customerId: z.string(), into: z.string() }),
  'erase-customer': z.object({
    customerId: z.string(),
    /** What is in the way of erasing. */
    obstacles: z.array(z.object({ licenceId: z.string(), reason: z.string() })),
    documents: z.array(
      z.object({
        licenceId: z.string(),
        planId: z.string(),
        kind: z.enum(['quote', 'invoice', 'creditNote']),
        number: z.string(),
        issuedOn: civilDateSchema,
        /** Unset for one that is deleted. */
        keptUntil: z.optional(civilDateSchema),
      }),
    ),
    /** The licence after which the next request goes on; unset where there are no more. */
    next: z.optional(z.string()),
  }),
  'note-customer': z.object({ customerId: z.string(), entry: customerEntrySchema }),
} as const;
