import type { Quote } from '../../domain/licence/licence.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import type { Output } from '../shell/output.ts';

/** Prints an open quote with its options. */
export function printQuote(output: Output, { quoteId, kind, validUntil, options }: Quote): void {
  output.print(`Quote ${quoteId} for ${kind}, valid until ${validUntil}:`);
  output.table(
    ['years', 'net', 'tax', 'total'],
    options.map(({ years, net, tax, total }) => [
      years,
      formatMoney(net),
      formatMoney(tax),
      formatMoney(total),
    ]),
  );
}
