import type { ExplainedDay } from '../../../../client/explaining/day.ts';
import { eventInWords } from '../../../../client/words/event-in-words.ts';
import { sentence } from '../../../../client/words/sentence.ts';
import type { CivilDate } from '../../../../domain/calendar.ts';

interface DayPanelProps {
  /** The day that the reader named, explained; or why it cannot be. */
  readonly day: ExplainedDay | string | undefined;
  /** What the field has. */
  readonly named: string;
  readonly today: CivilDate;
  readonly numbers: ReadonlyMap<string, string>;
}

/** What happened on a day of the reader's choice, and why nothing else did. */
export function DayPanel({ day, named, today, numbers }: DayPanelProps) {
  return (
    <section class="panel day" aria-labelledby="one-day">
      <h2 id="one-day">Why nothing happened on a day</h2>
      <form class="filters" method="get">
        <div class="field">
          <label for="on">Day</label>
          <input type="date" id="on" name="on" value={named === '' ? today : named} required />
        </div>
        <button type="submit">Explain</button>
      </form>
      {day === undefined ? null : typeof day === 'string' ? (
        <p role="status">{day}</p>
      ) : (
        <div role="status">
          <Explained day={day} numbers={numbers} />
        </div>
      )}
    </section>
  );
}

function Explained({
  day: { on, isAhead, events, undone, next, notes },
  numbers,
}: {
  readonly day: ExplainedDay;
  readonly numbers: ReadonlyMap<string, string>;
}) {
  return (
    <>
      {events.length === 0 && undone.length === 0 ? (
        <p>
          <strong>
            Nothing {isAhead ? 'will be' : 'was'} due on {on}.
          </strong>
        </p>
      ) : null}
      {events.length === 0 ? null : (
        <>
          <p>
            <strong>{isAhead ? `If nobody acts, on ${on}:` : `On ${on}:`}</strong>
          </p>
          <ul>
            {events.map((event) => (
              <li>
                {sentence(eventInWords(event), numbers)}, because {event.because}
              </li>
            ))}
          </ul>
        </>
      )}
      {undone.map(({ step, on: since, because }) => (
        <p>
          <strong>Not done:</strong> {step} was due since {since}, because {because}. The run of the day was
          missed or failed, or skipped the licence because it was parked.
        </p>
      ))}
      {notes.map(({ text }) => (
        <p>{text}</p>
      ))}
      <p>
        {next === undefined
          ? 'As things stood then, nothing more was to come.'
          : `As things stood then, the next was to come on ${next.on}: ${next.events
              .map((event) => sentence(` ${eventInWords(event)}`, numbers).trim())
              .join('; ')}, because ${next.because}.`}
      </p>
    </>
  );
}
