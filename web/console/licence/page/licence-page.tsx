import { licencePath } from '../../parts/paths.ts';
import type { ExplainedDay } from '../../../../client/explaining/day.ts';
import type { LicenceRecord } from '../../../../client/explaining/licence-record.ts';
import { outlookOf } from '../../../../client/explaining/outlook.ts';
import { type RecordedEvent, recordedEventsOf } from '../../../../client/explaining/recorded-events.ts';
import { standingNotes } from '../../../../client/explaining/standing-notes.ts';
import { whereItStands } from '../../../../client/words/where-it-stands.ts';
import { Notice } from '../../parts/notice.tsx';
import type { Applicable } from '../actions/applicability.ts';
import { ForOperators } from '../../parts/for-operators.tsx';
import { ActionList } from './action-list.tsx';
import { Ahead } from './ahead.tsx';
import { CoverBar } from './cover-bar.tsx';
import { DayPanel } from './day-panel.tsx';
import { EntitlementsPanel } from './entitlements-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { MoneyPanel } from './money-panel.tsx';
import { Timeline } from './timeline.tsx';

interface LicencePageProps {
  readonly record: LicenceRecord;
  readonly actions: readonly Applicable[];
  /** The day that the reader asks about. */
  readonly named: string;
  readonly day: ExplainedDay | string | undefined;
  /** The request whose events stand out. */
  readonly requestId: string | undefined;
}

/** Everything of one licence: where it stands, what is next, all that happened, and what can be done. */
export function LicencePage({ record, actions, named, day, requestId }: LicencePageProps) {
  const { plan, licence, journal, history, today, numbers } = record;
  const { licenceId } = licence.facts;
  const events = recordedEventsOf(history, undefined);
  const outlook = outlookOf(plan, licence, today);
  return (
    <>
      <p class="lead">{whereItStands(plan, licence, journal, today)}</p>
      <Parked record={record} />
      <CoverBar journal={journal} today={today} paidThrough={licence.paidThrough} />
      <div class="licence">
        <div class="licence-main">
          <section aria-labelledby="open">
            <h2 id="open">Open</h2>
            <MoneyPanel record={record} />
          </section>
          <section aria-labelledby="ahead">
            <h2 id="ahead">Next, if nobody acts</h2>
            <Ahead
              licenceId={licenceId}
              outlook={outlook}
              notes={standingNotes(plan, licence)}
              numbers={numbers}
            />
          </section>
          <section aria-labelledby="happened">
            <h2 id="happened">What happened</h2>
            <Timeline events={events} numbers={numbers} fresh={madeBy(record, events, requestId)} />
          </section>
        </div>
        <aside class="licence-side">
          <ForOperators>
            <section class="panel" aria-labelledby="actions">
              <h2 id="actions">Actions</h2>
              <ActionList licenceId={licenceId} actions={actions} />
            </section>
          </ForOperators>
          <section class="panel" aria-labelledby="facts">
            <h2 id="facts">Facts</h2>
            <FactsPanel record={record} />
          </section>
          <DayPanel day={day} named={named} today={today} numbers={numbers} />
          <section class="panel" aria-labelledby="entitled">
            <h2 id="entitled">Entitlements today</h2>
            <EntitlementsPanel record={record} />
          </section>
        </aside>
      </div>
    </>
  );
}

function Parked({ record: { history, licence } }: Pick<LicencePageProps, 'record'>) {
  const { parked } = history;
  if (parked === undefined) return null;
  return (
    <Notice kind="error">
      <p>
        <strong>Parked since {parked.on}:</strong> {parked.reason}
      </p>
      <p>Runs skip this licence: nothing is done for it until it is released.</p>
      <ForOperators>
        <a class="button" href={`${licencePath(licence.facts.licenceId)}/retry`}>
          Release and run it
        </a>
      </ForOperators>
    </Notice>
  );
}

/** The events of a request, as long as the table knows it. */
function madeBy(
  { history }: LicenceRecord,
  events: readonly RecordedEvent[],
  requestId: string | undefined,
): ReadonlySet<RecordedEvent> {
  const request = history.requests.find((each) => each.requestId === requestId);
  if (request === undefined) return new Set();
  return new Set(events.slice(request.firstEvent - 1, request.lastEvent));
}
