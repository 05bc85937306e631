import { InvalidArgumentError } from 'commander';
import { decimalsOf } from '../../domain/billing/currency.ts';
import { type Money, parseAmount } from '../../domain/billing/money.ts';
import { paymentIdSchema } from '../../domain/payments/payment-id.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { refused } from '../shell/ending.ts';

/** Reads the value of an option that is a number of years. */
export function readYears(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a number of years such as 1.');
}

/** Reads the value of an option that is a list of ids, separated by commas. */
export function readIds(text: string): string[] {
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length > 0) return ids;
  throw new InvalidArgumentError('Expected the ids of licences, separated by commas.');
}

/** Reads the value of an option that is a payment's id. */
export function readPaymentId(text: string): string {
  const parsed = paymentIdSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError('Expected up to 100 printable ASCII characters without spaces.');
}

/** Reads an amount above zero in the plan's currency; refuses any other. */
export function readAmount(text: string, { id, currency }: Plan): Money {
  const amount = parseAmount(text, currency);
  if (amount !== undefined && amount.amount > 0) return amount;
  const example = (200).toFixed(decimalsOf(currency));
  throw refused(
    `${text} is not an amount: expected one above zero such as ${example}, in ${currency}, the currency of ${id}.`,
  );
}
