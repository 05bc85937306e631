import { actionPath } from '../../parts/paths.ts';
import type { OutlookEntry } from '../../../../client/explaining/outlook.ts';
import { remedyInWords } from '../../../../client/explaining/remedies.ts';
import type { StandingNote } from '../../../../client/explaining/standing-notes.ts';
import { eventInWords } from '../../../../client/words/event-in-words.ts';
import { sentence } from '../../../../client/words/sentence.ts';
import { actionNamed } from '../actions/all-actions.ts';

interface AheadProps {
  readonly licenceId: string;
  readonly outlook: readonly OutlookEntry[];
  readonly notes: readonly StandingNote[];
  readonly numbers: ReadonlyMap<string, string>;
}

/** What the runs will do if nobody acts, and what would change it. */
export function Ahead({ licenceId, outlook, notes, numbers }: AheadProps) {
  return (
    <>
      {notes.length === 0 ? null : (
        <ul class="notes">
          {notes.map((note) => (
            <li>
              {note.text} <RemedyLink licenceId={licenceId} remedy={note.remedy} />
            </li>
          ))}
        </ul>
      )}
      {outlook.length === 0 ? (
        <p class="empty">Nothing is planned. The runs have nothing to do for this licence.</p>
      ) : (
        <ol class="timeline ahead">
          {outlook.map((entry) => (
            <li>
              <h3>
                <time datetime={entry.on}>{entry.on}</time>
                {entry.dueSince < entry.on ? <span class="muted"> due since {entry.dueSince}</span> : null}
              </h3>
              <ul>
                <li class="event">
                  {entry.events.map((event) => (
                    <p class="headline">{sentence(eventInWords(event), numbers)}</p>
                  ))}
                  <p class="because">{sentence(entry.because, numbers)}</p>
                  {entry.unless.length === 0 ? null : (
                    <p class="unless">
                      <strong>Unless</strong>{' '}
                      {sentence(` ${entry.unless.map(remedyInWords).join(' and ')}`, numbers).trim()}
                    </p>
                  )}
                </li>
              </ul>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** The action that a note names. */
function RemedyLink({
  licenceId,
  remedy,
}: {
  readonly licenceId: string;
  readonly remedy: StandingNote['remedy'];
}) {
  const [, action] = remedy === undefined ? [] : (actionNamed(remedy) ?? []);
  if (remedy === undefined || action === undefined) return null;
  return <a href={actionPath(licenceId, remedy)}>{action.title}</a>;
}
