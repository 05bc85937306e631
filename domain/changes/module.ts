import * as z from 'zod/mini';
import { add, money, moneySchema, type Money } from '../billing/money.ts';

/** A software module that is in use, at its list price. */
export const moduleSchema = z.strictObject({ sku: z.string(), listPrice: moneySchema });

export type Module = z.infer<typeof moduleSchema>;

export function listPriceOf(modules: readonly Module[], currency: string): Money {
  return modules.reduce((sum, module) => add(sum, module.listPrice), money(0, currency));
}
