import { licencePath, documentPath, runPath } from '../../parts/paths.ts';
import {
  causeInWords,
  type RecordedEvent,
  workflowOf,
} from '../../../../client/explaining/recorded-events.ts';
import { eventInWords } from '../../../../client/words/event-in-words.ts';
import { sentence } from '../../../../client/words/sentence.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import { carrierOf } from '../../../../domain/licence/sharing.ts';
import { MailChip } from './mail-chip.tsx';

interface TimelineProps {
  /** Oldest first. */
  readonly events: readonly RecordedEvent[];
  readonly numbers: ReadonlyMap<string, string>;
  /** The events that the last action made. */
  readonly fresh: ReadonlySet<RecordedEvent>;
}

/** All that happened, the latest day first; each event with its reason, who or what caused it, its mails and its document. */
export function Timeline({ events, numbers, fresh }: TimelineProps) {
  const days = [...Map.groupBy(events, ({ event }) => event.date)].toReversed();
  return (
    <ol class="timeline">
      {days.map(([day, ofDay]) => (
        <li>
          <h3 id={`day-${day}`}>
            <time datetime={day}>{day}</time>
          </h3>
          <ul>
            {ofDay.map((recorded) => (
              <li class={fresh.has(recorded) ? 'event fresh' : `event ${weightOf(recorded)}`}>
                <Entry recorded={recorded} numbers={numbers} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Entry({ recorded, numbers }: { readonly recorded: RecordedEvent } & Pick<TimelineProps, 'numbers'>) {
  const { event, mails, document } = recorded;
  const carrier = carrierOf(event);
  return (
    <>
      <p class="headline">{sentence(eventInWords(event), numbers)}</p>
      <p class="because">{sentence(event.because, numbers)}</p>
      <p class="cause">
        <Cause recorded={recorded} />
        {document === undefined ? null : (
          <>
            {' · '}
            <a href={documentPath(document)}>{document} (PDF)</a>
          </>
        )}
      </p>
      {mails.map((mail) => (
        <MailChip mail={mail} />
      ))}
      {carrier === undefined ? null : (
        <p class="cause">
          The mail is shared with licence <a href={licencePath(carrier)}>{carrier}</a>.
        </p>
      )}
    </>
  );
}

function Cause({ recorded }: { readonly recorded: RecordedEvent }) {
  const { cause, event } = recorded;
  if (cause?.by !== 'execution') return <>By {causeInWords(recorded)}</>;
  return (
    <>
      By <a href={runPath(cause.execution)}>{workflowOf(event)}</a>
    </>
  );
}

const bad: ReadonlySet<string> = new Set<Event['type']>([
  'MaintenanceLapsed',
  'InvoiceVoided',
  'ActivityRejected',
  'MailHeld',
  'PaymentReversed',
]);
const good: ReadonlySet<string> = new Set<Event['type']>([
  'PaymentRecorded',
  'InvoicePaid',
  'TermStarted',
  'MaintenanceReinstated',
  'LapseReversed',
]);

/** What went wrong, or ended something, stands out. */
function weightOf({ event: { type } }: RecordedEvent): 'bad' | 'good' | 'usual' {
  if (bad.has(type)) return 'bad';
  return good.has(type) ? 'good' : 'usual';
}
