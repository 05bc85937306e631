import type { Change } from '../../domain/changes/change.ts';
import type { Bought } from '../facts/bill.ts';
import type { Pen } from './pen.ts';

/** What an invoice is for that is not for cover, as the sentences of its language name it after "for". */
export function boughtInWords(pen: Pen, bought: Exclude<Bought, { kind: 'cover' }>): string {
  return bought.kind === 'change'
    ? changeInWords(pen, bought.change)
    : pen.words.emergencySupport(bought.ticketId);
}

/** A change as the sentences of its language name it after "for". */
export function changeInWords({ words }: Pen, change: Change): string {
  switch (change.kind) {
    case 'edition':
      return words.change.edition(change.edition);
    case 'modules':
      return words.change.modules(change.modules.map(({ sku }) => sku));
    case 'migration':
      return words.change.migration;
  }
}
