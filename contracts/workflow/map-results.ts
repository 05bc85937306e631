import * as z from 'zod/mini';

/** Where a workflow's map left what came of each licence. */
export const mapResults = z.object({
  ResultWriterDetails: z.object({ Bucket: z.string(), Key: z.string() }),
});
