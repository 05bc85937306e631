import type { LicenceNote } from '../../client/explaining/notes.ts';
import type { Output } from '../shell/output.ts';

/** Prints notes, if there are any. */
export function printNotes(output: Output, notes: readonly LicenceNote[]): void {
  if (notes.length === 0) return;
  output.print();
  output.print('Notes');
  output.list(notes.flatMap(({ date, note, by }) => [[date, note] as const, ['', `  by ${by}`] as const]));
}
