import { customerPath } from '../../parts/paths.ts';
import { entryInWords } from '../../../../client/words/entry-in-words.ts';
import { whoInWords } from '../../../../client/words/who-in-words.ts';
import type { CustomerEntry } from '../../../../domain/customer/history.ts';
import type { ConsoleContext } from '../../context.ts';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { type Column, Table } from '../../parts/table.tsx';

interface EntriesProps {
  /** Oldest first. */
  readonly history: readonly CustomerEntry[];
}

interface NotesProps extends EntriesProps {
  readonly c: ConsoleContext;
  readonly customerId: string;
}

/** Notes on a customer, the latest first, and a form for another. */
export function Notes({ c, customerId, history }: NotesProps) {
  const notes = history.filter((entry) => entry.type === 'noted');
  return (
    <>
      {notes.length === 0 ? (
        <p class="muted">No notes yet.</p>
      ) : (
        <ul class="entries">
          {notes.toReversed().map(({ note, at, who }) => (
            <li>
              {note}
              <div class="muted small">
                {instant(at)} UTC, {whoInWords(who)}
              </div>
            </li>
          ))}
        </ul>
      )}
      <ConfirmForm c={c} action={`${customerPath(customerId)}/notes`} label="Add the note">
        <div class="field">
          <label for="note">New note</label>
          <textarea id="note" name="note" required maxlength={2000} aria-describedby="note-hint" />
          <span class="hint" id="note-hint">
            Colleagues see it with your name. It cannot be changed.
          </span>
        </div>
      </ConfirmForm>
    </>
  );
}

/** What was changed of a customer, the latest first. */
export function CustomerHistory({ history }: EntriesProps) {
  return (
    <Table
      caption="History"
      columns={columns}
      rows={history.filter(({ type }) => type !== 'noted').toReversed()}
      empty="Nothing was changed."
    />
  );
}

const columns: readonly Column<CustomerEntry>[] = [
  { heading: 'When (UTC)', of: ({ at }) => instant(at) },
  { heading: 'What', of: (entry) => entryInWords(entry) },
  { heading: 'Who', of: ({ who }) => whoInWords(who) },
];

function instant(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
