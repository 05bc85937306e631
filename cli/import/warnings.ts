import { CountedMistakes, type Mistake } from '../book/values/mistakes.ts';
import { countOf } from '../../client/words/count-of.ts';
import { refused } from '../shell/ending.ts';
import type { Output } from '../shell/output.ts';

export interface WarningOptions {
  readonly yes?: boolean;
  readonly acceptWarnings?: boolean;
  readonly json?: boolean;
}

/** Prints the doubtful values of licences that would be new. */
export function printWarnings(output: Output, warnings: readonly Mistake[], asJson: boolean): void {
  if (asJson) for (const warning of warnings) output.jsonLine({ warning });
  if (asJson || warnings.length === 0) return;
  const counted = new CountedMistakes();
  counted.add(warnings);
  output.note(`${countOf(warnings.length, 'warning')}:`);
  for (const line of counted.lines()) output.note(line);
}

/** Refuses to continue with `--yes` alone if there are warnings. */
export function requireAcceptance(
  warnings: readonly Mistake[],
  { yes, acceptWarnings }: WarningOptions,
): void {
  if (warnings.length === 0 || yes !== true || acceptWarnings === true) return;
  const count = countOf(warnings.length, 'warning');
  throw refused(
    `Nothing was imported: there ${warnings.length === 1 ? 'is' : 'are'} ${count}. ` +
      'Correct the book, or add --accept-warnings if it is right.',
  );
}
