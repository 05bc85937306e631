import { allOf } from '../../../wording/text/lists.ts';
import type { Frame } from './frame.ts';
import type { OutcomeName, OutcomeWords } from './outcome-names.ts';
import { Note } from './pieces.tsx';

/** What has just happened, and who is mailed about it. */
export interface Outcome {
  readonly name: OutcomeName;
  /** Whether the same form was sent before. */
  readonly isRepeated: boolean;
  /** Addresses that get a mail; of a partner's customer they are not the partner's to see. */
  readonly mailed: readonly string[] | 'customer';
}

/** What has just happened, and what comes next. */
export function Done({ frame, outcome }: { readonly frame: Frame; readonly outcome: Outcome | undefined }) {
  if (outcome === undefined) return <></>;
  const { done } = frame.say;
  const { what, mail, next }: OutcomeWords = done.of[outcome.name];
  return (
    <Note tone="good">
      <p>
        <strong>{what}</strong>
      </p>
      {mail !== undefined && <p>{mailInWords(frame, mail, outcome.mailed)}</p>}
      {next !== undefined && <p>{next}</p>}
      {outcome.isRepeated && <p>{done.repeated}</p>}
    </Note>
  );
}

function mailInWords(
  { say: { done }, language }: Frame,
  mail: (to: string) => string,
  mailed: Outcome['mailed'],
): string {
  if (mailed === 'customer') return mail(done.yourCustomer);
  return mailed.length === 0 ? done.nobodyMailed : mail(allOf(language, mailed));
}
