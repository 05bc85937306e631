import type * as z from 'zod/mini';
import type { planSchema } from './plan-schema.ts';

/** The terms of a vendor's maintenance: a file in `plans/`, which `checkPlan` checks at synthesis. */
export type Plan = z.infer<typeof planSchema>;

export type Reminder = Plan['reminders'][number];
