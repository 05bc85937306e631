import type { CustomerEntry } from '../../domain/customer/history.ts';

/** An entry of a customer's history as a headline. */
export function entryInWords(entry: CustomerEntry): string {
  switch (entry.type) {
    case 'edited': {
      const changes = entry.changes.map(
        ({ field, from, to }) => `${field}: ${orNothing(to)} (was ${orNothing(from)})`,
      );
      return `${entry.isImport === true ? 'changed by an import' : 'edited'}: ${changes.join('; ')}`;
    }
    case 'noted':
      return `note: ${entry.note}`;
    case 'merged':
      return `customer ${entry.from} was merged into this one`;
    case 'erased':
      return 'the personal data were erased';
  }
}

/** A value, or that there is none. */
export function orNothing(value: string): string {
  return value === '' ? 'nothing' : value;
}
