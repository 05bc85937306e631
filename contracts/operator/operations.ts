import * as z from 'zod';
import { civilDateSchema } from '../../domain/calendar.ts';
import { customerSchema } from '../../domain/customer/customer.ts';
import { customerTermsSchema } from '../../domain/customer/terms.ts';
import { factsSchema } from '../../domain/licence/licence.ts';
import { idSchema } from '../../domain/text/id.ts';
import { versionSchema } from '../../domain/updates/version.ts';
import { mostNamedInInput } from '../workflow/payloads.ts';
import { customerOperationSchemas } from './customers.ts';
import { derivedIdSchema, licenceCommandSchema } from './commands.ts';
import { backupOperations } from './backup.ts';
import { paymentOperations } from './payments.ts';

/** Most rows of an import in one request. */
export const mostRows = 100;

/**
 * A row of an import: a customer, a licence that is new, what a licence has of a customer that changed, or a licence whose
 * state cannot be read and is worked out anew.
 */
const importRowSchema = z.discriminatedUnion('row', [
  z.strictObject({ row: z.literal('customer'), customer: customerSchema }),
  z.strictObject({ row: z.literal('licence'), facts: factsSchema }),
  z.strictObject({
    row: z.literal('customer-of-licence'),
    licenceId: idSchema,
    ...customerTermsSchema.shape,
  }),
  z.strictObject({ row: z.literal('state-of-licence'), licenceId: idSchema }),
]);

export type ImportRow = z.infer<typeof importRowSchema>;

/** Everything that an operator can ask for, by `kind`. Days are in the time zone of the plan. */
export const operationSchema = z.discriminatedUnion('kind', [
  /**
   * Applies a command to a licence and sends the mails that it calls for; as a dry run it says what would happen.
   * `on`: an earlier day than today.
   */
  z.strictObject({
    kind: z.literal('command'),
    licenceId: idSchema,
    on: civilDateSchema.optional(),
    command: licenceCommandSchema,
    dryRun: z.boolean().optional(),
  }),
  /** Sends a mail that is held; one that was sent only with `again`. */
  z.strictObject({
    kind: z.literal('send-mail'),
    licenceId: idSchema,
    mailId: derivedIdSchema,
    again: z.boolean().optional(),
    on: civilDateSchema.optional(),
  }),
  /** Gives a mail of a licence with its recipients; sends nothing. */
  z.strictObject({ kind: z.literal('show-mail'), licenceId: idSchema, mailId: derivedIdSchema }),
  /** Records that an address which sent mail back, of the licence's customer or its partner, takes mail again. */
  z.strictObject({
    kind: z.literal('clear-address'),
    licenceId: idSchema,
    address: z.string().min(1).max(1016),
  }),
  /** Writes rows in their order: a licence after its customer. */
  z.strictObject({ kind: z.literal('import'), rows: z.array(importRowSchema).min(1).max(mostRows) }),
  ...paymentOperations,
  ...backupOperations,
  /** Starts a run of a plan: of a day (today), also once more (`again`), or an extra run of some licences. */
  z.strictObject({
    kind: z.literal('run'),
    planId: idSchema,
    day: civilDateSchema.optional(),
    again: z.boolean().optional(),
    licenceIds: z.array(idSchema).min(1).max(mostNamedInInput).optional(),
  }),
  /** Sends a mail from the sender of a plan to SES's simulator. */
  z.strictObject({ kind: z.literal('test-mail'), planId: idSchema }),
  /** Starts the workflow that records an update as published and announces it. */
  z.strictObject({
    kind: z.literal('publish-update'),
    planId: idSchema,
    product: z.string().min(1).max(200),
    version: versionSchema,
  }),
  ...customerOperationSchemas,
]);

export type Operation = z.infer<typeof operationSchema>;
export type OperationOf<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;
