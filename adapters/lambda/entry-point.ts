import type * as z from 'zod';
import { parseAt } from '../dynamodb/table/parse.ts';

/** The handler of a Lambda function: checks what it is called with, then does its work. Throws for any other input. */
export function entryPoint<Schema extends z.ZodType, Output>(
  schema: Schema,
  work: (input: z.infer<Schema>) => Promise<Output>,
): (input: unknown) => Promise<Output> {
  return (input) => work(parseAt('the input', schema, input));
}
