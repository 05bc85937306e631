import * as z from 'zod';
import type { Json } from '../../shared/json.ts';

const json = z.custom<Json>((value) => value !== undefined);

const parameters = z.looseObject({
  /** The effective input of the Map state. */
  Input: json,
  /** The items, where they are not read from S3. */
  Items: json.optional(),
  Reader: z.looseObject({ Bucket: z.string(), Key: z.string() }).optional(),
  MaxItems: z.number().optional(),
  BatchInput: json.optional(),
  MaxItemsPerBatch: z.number().optional(),
  MaxInputBytesPerBatch: z.number().optional(),
  MaxConcurrency: z.number().optional(),
  ToleratedFailureCount: z.number().optional(),
  ToleratedFailurePercentage: z.number().optional(),
  Writer: z.looseObject({ Bucket: z.string(), Prefix: z.string().default('') }).optional(),
});

/** What a Distributed Map state takes from its input, worked out. */
export type MapParameters = z.infer<typeof parameters>;

/** Checks what the interpreter worked out for a Distributed Map state. Throws a ZodError. */
export function parseMapParameters(value: Json): MapParameters {
  return parameters.parse(value);
}
