import * as z from 'zod/mini';
import type { ConsoleContext } from '../context.ts';

const fieldsSchema = z.record(z.string(), z.catch(z.optional(z.string()), undefined));

/** The fields of a form that was sent, without files. `requestId` is the form's own: sent twice, it is carried out once. */
export async function fieldsOf(c: ConsoleContext): Promise<Readonly<Record<string, string | undefined>>> {
  const fields = fieldsSchema.parse(await c.req.parseBody());
  const requestId = z.uuid().safeParse(fields['requestId']).data;
  return { ...fields, requestId };
}
