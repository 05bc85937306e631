import { currencySchema } from '../../../domain/billing/currency.ts';
import { type Money, parseAmount } from '../../../domain/billing/money.ts';
import type { Element } from './xml.ts';

/** An amount as ISO 20022 writes it. */
export function moneyOf({ text, attributes }: Element): Money | undefined {
  const currency = currencySchema.safeParse(attributes['Ccy']);
  if (!currency.success) return undefined;
  const plain = text
    .trim()
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return parseAmount(plain, currency.data);
}
