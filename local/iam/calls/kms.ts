import * as z from 'zod';
import type { Call } from '../evaluate.ts';
import { type Facts, keyArn } from '../facts.ts';

const request = z.looseObject({ KeyId: z.string() });

/** What a request to KMS does. */
export function kmsCalls(operation: string, body: unknown, { account, aliases }: Facts): Call[] {
  const { KeyId } = request.parse(body);
  return [{ action: `kms:${operation}`, resource: keyArn(KeyId, account, aliases) }];
}
