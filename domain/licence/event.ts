import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';

/** The schema of an event of type `type` with its own fields; all have the day, the licence and the reason. */
export function event<Type extends string, Fields extends z.core.$ZodShape>(type: Type, fields: Fields) {
  return z.strictObject({
    date: civilDateSchema,
    licenceId: z.string(),
    type: z.literal(type),
    /** Why it happened: the rule and the values it rests on, without personal data. */
    because: z.string(),
    ...fields,
  });
}
