import * as z from 'zod/mini';
import { type OperatorRequest, operatorRequestSchema } from '../../contracts/operator/request.ts';

const versionSchema = z.object({ clientVersion: z.string().check(z.maxLength(40)) });

/** Reads the body of a request; `reason` says what is wrong with it, without its values. */
export function readRequest(body: string): OperatorRequest | { readonly reason: string } {
  const json = parsedJson(body);
  const read = operatorRequestSchema.safeParse(json);
  if (read.success) return read.data;
  const client = versionSchema.safeParse(json).data?.clientVersion ?? 'unknown';
  const mistakes = z.prettifyError(read.error).replaceAll(/\s+/g, ' ');
  return {
    reason: `The deployment does not understand the request of a client of version ${client}: ${mistakes}. Use a checkout of the deployed version.`,
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
