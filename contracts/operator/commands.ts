import * as z from 'zod/mini';
import { moneySchema } from '../../domain/billing/money.ts';
import { longestEscapedId } from '../../domain/text/id.ts';
import { acceptQuoteSchema, correctionCommandSchemas } from './corrections.ts';
import { instantSchema } from '../../domain/time/instant.ts';
import { versionSchema } from '../../domain/updates/version.ts';
import { paymentCommandSchema, receivablesCommandSchemas } from './receivables.ts';

/** What is named after a licence, such as a ticket or a mail: its id and more. */
export const derivedIdSchema = z.string().check(z.minLength(1), z.maxLength(longestEscapedId + 56));

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
    versions: z.optional(z.strictObject({ installed: versionSchema, latest: versionSchema })),
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
  z.strictObject({
    activity: z.literal('request-change'),
    edition: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({
    activity: z.literal('request-migration'),
    hours: z.number().check(z.minimum(0)),
    hardware: moneySchema,
  }),
  plain('accept-change'),
  z.strictObject({
    activity: z.literal('add-modules'),
    skus: z.readonly(
      z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1), z.maxLength(1000)),
    ),
  }),
]);

/** A command without its day. */
export type LicenceCommand = z.infer<typeof licenceCommandSchema>;
