import * as z from 'zod/mini';
import { refusalCodes } from '../../../../app/portal/refusal.ts';

export const refusalSchema = z.strictObject({
  code: z.enum(refusalCodes),
  field: z.optional(z.string()),
  licenceId: z.optional(z.string()),
  detail: z.string(),
});
