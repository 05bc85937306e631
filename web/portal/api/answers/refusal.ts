import * as z from 'zod';
import { refusalCodes } from '../../../../app/portal/refusal.ts';

export const refusalSchema = z.strictObject({
  code: z.enum(refusalCodes),
  field: z.string().optional(),
  licenceId: z.string().optional(),
  detail: z.string(),
});
