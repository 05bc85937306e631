import * as z from 'zod/mini';

/** A schedule that has fired on the embedded cloud, as its clock reports it. */
export const firedSchema = z.object({
  schedule: z.string(),
  at: z.string(),
  call: z.optional(z.object({ error: z.optional(z.string()) })),
  execution: z.optional(
    z.object({
      name: z.string(),
      executionArn: z.string(),
      status: z.string(),
      input: z.unknown(),
      output: z.optional(z.unknown()),
      error: z.optional(z.string()),
      cause: z.optional(z.string()),
    }),
  ),
});

/** What a schedule did when it fired. */
export interface Fired {
  readonly schedule: string;
  /** An instant in UTC. */
  readonly at: string;
  /** How it ended. */
  readonly ended: 'done' | 'idle' | 'failed';
  /** The plan that ran; unset for a schedule that calls a function. */
  readonly planId?: string | undefined;
  /** The name of the run's execution. */
  readonly execution?: string | undefined;
  /** In words. */
  readonly did: string;
}

const inputSchema = z.object({ planId: z.string() });
const outputSchema = z.object({
  due: z.optional(z.int()),
  summary: z.optional(z.string()),
  because: z.optional(z.string()),
  alreadyRun: z.optional(z.boolean()),
});

/** Reads a firing: of a run, what its execution says of its licences. */
export function readFired({ schedule, at, call, execution }: z.infer<typeof firedSchema>): Fired {
  if (execution === undefined) {
    const error = call?.error;
    return { schedule, at, ended: error === undefined ? 'done' : 'failed', did: error ?? 'was sent' };
  }
  const { name, status, input, output, error, cause = error ?? status } = execution;
  const planId = inputSchema.safeParse(input).data?.planId;
  const run = { schedule, at, planId, execution: name };
  if (status !== 'SUCCEEDED') return { ...run, ended: 'failed', did: cause };
  const { due = 0, summary, because = '', alreadyRun = false } = outputSchema.safeParse(output).data ?? {};
  if (alreadyRun) return { ...run, ended: 'idle', did: because };
  return due === 0
    ? { ...run, ended: 'idle', did: 'nothing was due' }
    : { ...run, ended: 'done', did: summary ?? because };
}
