import * as z from 'zod/mini';
import { idSchema } from '../../domain/text/id.ts';

/** Most rows of a backup in one request. */
export const mostBackupRows = 50;

/** The tables whose items a backup has as they are, apart from licences. */
const backupTables = ['numbers', 'updates', 'runs', 'customers', 'customer-history', 'payments'] as const;
export type BackupTable = (typeof backupTables)[number];

/** An item of a table. */
export const backupItemSchema = z.record(z.string(), z.json());

/** A line of a backup. */
export const backupRowSchema = z.discriminatedUnion('row', [
  z.strictObject({ row: z.literal('item'), table: z.enum(backupTables), item: backupItemSchema }),
  /** A licence: its state, and the items of its events, its mails and what shares them. */
  z.strictObject({
    row: z.literal('licence'),
    licenceId: idSchema,
    state: backupItemSchema,
    records: z.array(backupItemSchema),
  }),
]);

export type BackupRow = z.infer<typeof backupRowSchema>;

/** The checksum of a backup's manifest, by which a restore is known. */
const backupIdSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What restores a backup into a deployment that has nothing. */
export const backupOperations = [
  z.strictObject({ kind: z.literal('begin-restore'), backup: backupIdSchema }),
  z.strictObject({
    kind: z.literal('restore'),
    backup: backupIdSchema,
    rows: z.array(backupRowSchema).check(z.minLength(1), z.maxLength(mostBackupRows)),
  }),
  z.strictObject({ kind: z.literal('end-restore'), backup: backupIdSchema }),
] as const;
