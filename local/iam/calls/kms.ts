import * as z from 'zod';
import type { Call } from '../policies/evaluate.ts';
import { unknownOperation } from './unknown.ts';
import { type Facts, keyArn } from './facts.ts';

const request = z.looseObject({ KeyId: z.string() });

/** What a request to KMS does. Throws for an operation that is not known here. */
export function kmsCalls(operation: string, body: unknown, { account, aliases }: Facts): Call[] {
  if (operation !== 'GenerateMac' && operation !== 'VerifyMac') return unknownOperation('KMS', operation);
  const { KeyId } = request.parse(body);
  return [{ action: `kms:${operation}`, resource: keyArn(KeyId, account, aliases) }];
}
