import type { Change } from '../../domain/changes/change.ts';
import type { Pen } from './pen.ts';

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
