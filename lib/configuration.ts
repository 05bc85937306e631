import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

const configurationSchema = z.strictObject({
  /**
   * Over how many partitions the licences of a plan are spread in the indexes: each takes about 1,000 writes a
   * second. It may grow, never shrink: licences in a partition that falls away would not be found again.
   */
  dueShards: z.int().min(1).max(256),
  /**
   * How many licences one child execution takes, one after the other. A licence makes up to some 200 events of
   * history on a bad day, and a Standard execution holds 25,000; an Express one lasts five minutes.
   */
  batchSize: z.int().min(1).max(100),
  /** How many batches run at the same time, and so how many copies of a step function at the most. */
  maxConcurrency: z.int().min(1).max(10_000),
  /** Standard can be read step by step in the console for 90 days; Express is for books of millions. */
  childExecutions: z.enum(['standard', 'express']),
  /** How many days the logs of functions and workflow are kept; CloudWatch Logs knows some numbers only. */
  logRetentionDays: z.number().pipe(
    z.custom<RetentionDays>((days) => Number(days) in RetentionDays, {
      error: 'expected a number of days that CloudWatch Logs knows, such as 30, 90 or 365',
    }),
  ),
});

/** `perennial.config.ts` as it is written. */
export type ConfigurationFile = Readonly<z.input<typeof configurationSchema>>;
export type Configuration = Readonly<z.infer<typeof configurationSchema>>;

/** Checks `perennial.config.ts`; throws naming the key, what it is and what is expected. */
export function checkedConfiguration(configuration: unknown): Configuration {
  const checked = configurationSchema.safeParse(configuration);
  if (checked.success) return checked.data;
  throw new Error(`perennial.config.ts is not valid:\n${z.prettifyError(checked.error)}`);
}
