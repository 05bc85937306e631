import type { ActionName } from '../../../app/portal/actions/inputs.ts';
import type { Frame } from './frame.ts';
import { Note } from './pieces.tsx';

/** What a page says first, where the reader comes from an action. */
export type Outcome = ActionName | 'already';

/** What has just happened. */
export function Done({ frame, outcome }: { readonly frame: Frame; readonly outcome: Outcome | undefined }) {
  if (outcome === undefined) return <></>;
  return (
    <Note tone="good">
      <p>{frame.say.done[outcome]}</p>
    </Note>
  );
}
