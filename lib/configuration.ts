import * as z from 'zod';

const configurationSchema = z.strictObject({
  /**
   * Over how many partitions the licences of a plan are spread in index `due`: each takes about 1,000 writes a
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
  /** How long the logs of functions and workflow are kept; a number of days that CloudWatch Logs knows. */
  logRetentionDays: z.literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653]),
});

export type Configuration = Readonly<z.infer<typeof configurationSchema>>;

/** Checks `perennial.config.ts`; throws naming the key, what it is and what is expected. */
export function checkedConfiguration(configuration: unknown): Configuration {
  const checked = configurationSchema.safeParse(configuration);
  if (checked.success) return checked.data;
  throw new Error(`perennial.config.ts is not valid:\n${z.prettifyError(checked.error)}`);
}
