import type { Quote } from '../../domain/licence/licence.ts';
import { inFigures } from '../../domain/billing/money.ts';
import type { Output } from '../shell/output.ts';

/** Prints an open quote with its options. */
export function tellQuote(output: Output, { quoteId, kind, validUntil, options }: Quote): void {
  output.say(`Quote ${quoteId} for ${kind}, valid until ${validUntil}:`);
  output.table(
    ['years', 'net', 'tax', 'total'],
    options.map(({ years, net, tax, total }) => [years, inFigures(net), inFigures(tax), inFigures(total)]),
  );
}
