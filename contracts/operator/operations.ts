import * as z from 'zod/mini';
import { civilDateSchema } from '../../domain/calendar.ts';
import { customerSchema } from '../../domain/customer/customer.ts';
import { customerTermsSchema } from '../../domain/customer/terms.ts';
import { factsSchema } from '../../domain/licence/licence.ts';
import { idSchema } from '../../domain/text/id.ts';
import { versionSchema } from '../../domain/updates/version.ts';
import { mostNamedInInput } from '../workflow/collect.ts';
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
    on: z.optional(civilDateSchema),
    command: licenceCommandSchema,
    dryRun: z.optional(z.boolean()),
  }),
  /** Sends a mail that is held; one that was sent only with `again`. */
  z.strictObject({
    kind: z.literal('send-mail'),
    licenceId: idSchema,
    mailId: derivedIdSchema,
    again: z.optional(z.boolean()),
    on: z.optional(civilDateSchema),
  }),
  /** Gives a mail of a licence with its recipients; sends nothing. */
  z.strictObject({ kind: z.literal('show-mail'), licenceId: idSchema, mailId: derivedIdSchema }),
  /** Records that an address which sent mail back, of the licence's customer or its partner, takes mail again. */
  z.strictObject({
    kind: z.literal('clear-address'),
    licenceId: idSchema,
    address: z.string().check(z.minLength(1), z.maxLength(1016)),
  }),
  /** Writes rows in their order: a licence after its customer. */
  z.strictObject({
    kind: z.literal('import'),
    rows: z.array(importRowSchema).check(z.minLength(1), z.maxLength(mostRows)),
  }),
  ...paymentOperations,
  ...backupOperations,
  /** Starts a run of a plan: of a day (today), also once more (`again`), or an extra run of some licences. */
  z.strictObject({
    kind: z.literal('run'),
    planId: idSchema,
    day: z.optional(civilDateSchema),
    again: z.optional(z.boolean()),
    licenceIds: z.optional(z.array(idSchema).check(z.minLength(1), z.maxLength(mostNamedInInput))),
  }),
  /** Sends a mail from the sender of a plan to SES's simulator. */
  z.strictObject({ kind: z.literal('test-mail'), planId: idSchema }),
  /** Starts the workflow that records an update as published and announces it. */
  z.strictObject({
    kind: z.literal('publish-update'),
    planId: idSchema,
    product: z.string().check(z.minLength(1), z.maxLength(200)),
    version: versionSchema,
  }),
  ...customerOperationSchemas,
]);

export type Operation = z.infer<typeof operationSchema>;
export type OperationOf<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;
