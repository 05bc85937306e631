import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Customer } from '../../domain/customer/customer.ts';
import { detailsSchema } from './actions/inputs.ts';

const names = z.keyof(detailsSchema).options;

/**
 * A text that differs whenever one of the details differs which a customer can change by itself. A form brings back the one
 * that it was made from, so that nobody overwrites what they have not seen (ADR 38).
 */
export function detailsVersionOf(customer: Customer): string {
  const details = JSON.stringify(names.map((name) => customer[name] ?? null));
  return createHash('sha256').update(details).digest('base64url').slice(0, 22);
}
