import type { Change } from '../../domain/changes/change.ts';
import type { Bought } from '../facts/bill.ts';
import type { Localiser } from './localiser.ts';

/** What an invoice is for that is not for cover, as the sentences of its language name it after "for". */
export function boughtInWords(localiser: Localiser, bought: Exclude<Bought, { kind: 'cover' }>): string {
  return bought.kind === 'change'
    ? changeInWords(localiser, bought.change)
    : localiser.words.emergencySupport(bought.ticketId);
}

/** A change as the sentences of its language name it after "for". */
export function changeInWords({ words }: Localiser, change: Change): string {
  switch (change.kind) {
    case 'edition':
      return words.change.edition(change.edition);
    case 'modules':
      return words.change.modules(change.modules.map(({ sku }) => sku));
    case 'migration':
      return words.change.migration;
  }
}
