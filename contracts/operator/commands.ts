import * as z from 'zod';
import { moneySchema } from '../../domain/billing/money.ts';
import { longestEscapedId } from '../../domain/text/id.ts';
import { acceptQuoteSchema, correctionCommandSchemas } from './corrections.ts';
import { instantSchema } from '../../domain/time/instant.ts';
import { versionSchema } from '../../domain/updates/version.ts';
import { paymentCommandSchema, receivablesCommandSchemas } from './receivables.ts';

/** What is named after a licence, such as a ticket or a mail: its id and more. */
export const derivedIdSchema = z
  .string()
  .min(1)
  .max(longestEscapedId + 56);

const ticket = <Activity extends string>(activity: Activity) =>
  z.strictObject({ activity: z.literal(activity), ticketId: derivedIdSchema });

const plain = <Activity extends string>(activity: Activity) =>
  z.strictObject({ activity: z.literal(activity) });

const scopeSchema = z.enum(['licence', 'customer']);

/**
 * A command that an operator can give for one licence; its day is sent separately. The fields are those of `Command` in
 * domain/decide.ts. Updates are announced by a workflow, and customers change by an import.
 */
export const licenceCommandSchema = z.discriminatedUnion('activity', [
  paymentCommandSchema,
  ...receivablesCommandSchemas,
  plain('request-quote'),
  acceptQuoteSchema,
  ...correctionCommandSchemas,
  plain('cancel'),
  plain('resume'),
  plain('activate'),
  plain('install'),
  plain('deactivate'),
  z.strictObject({
    activity: z.literal('open-ticket'),
    emergency: z.boolean(),
    at: instantSchema,
    versions: z.strictObject({ installed: versionSchema, latest: versionSchema }).optional(),
  }),
  ticket('close-ticket'),
  ticket('grant-access'),
  ticket('revoke-access'),
  ticket('use-access'),
  z.strictObject({ activity: z.literal('request-password'), version: versionSchema }),
  plain('leave-announcements'),
  plain('join-announcements'),
  plain('ask-term'),
  z.strictObject({ activity: z.literal('stop-mails'), by: z.literal('operator'), scope: scopeSchema }),
  z.strictObject({ activity: z.literal('resume-mails'), scope: scopeSchema }),
  z.strictObject({ activity: z.literal('request-change'), edition: z.string().min(1).max(200) }),
  z.strictObject({
    activity: z.literal('request-migration'),
    hours: z.number().min(0),
    hardware: moneySchema,
  }),
  plain('accept-change'),
  z.strictObject({
    activity: z.literal('add-modules'),
    skus: z.array(z.string().min(1).max(200)).min(1).max(1000).readonly(),
  }),
]);

/** A command without its day. */
export type LicenceCommand = z.infer<typeof licenceCommandSchema>;
