import { addDays, type CivilDate, daysBetween, earlierOf, laterOf } from '../../../../domain/calendar.ts';
import type { Event } from '../../../../domain/licence/events.ts';

interface Segment {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly number: number;
}

interface CoverBarProps {
  readonly journal: readonly Event[];
  readonly today: CivilDate;
  /** The last day that cover is paid for. */
  readonly paidThrough: CivilDate | undefined;
}

const width = 1000;

/** The terms of a licence on one line of time: paid, unpaid, and where there was no cover; today is marked. */
export function CoverBar({ journal, today, paidThrough }: CoverBarProps) {
  const terms = termsIn(journal);
  const [first] = terms;
  const last = terms.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = first.from;
  const to = laterOf(terms.map((term) => term.to).reduce(laterOf), today);
  const days = daysBetween(from, to) + 1;
  const at = (day: CivilDate) => Math.round((daysBetween(from, day) / days) * width);
  const label = terms.map((term) => `term ${term.number} from ${term.from} to ${term.to}`).join('; ');
  return (
    <figure class="cover">
      <svg viewBox={`0 0 ${width} 30`} preserveAspectRatio="none" role="img" aria-label={`Cover: ${label}`}>
        <rect class="gap" x="0" y="8" width={width} height="14" rx="3" />
        {terms.map((term) => (
          <TermBar term={term} paidThrough={paidThrough} at={at} />
        ))}
        <rect class="now" x={Math.min(at(today), width - 3)} y="0" width="3" height="30" />
      </svg>
      <figcaption>
        <span>{from}</span>
        <span class="legend">
          <i class="paid" /> paid <i class="unpaid" /> not paid <i class="none" /> no cover{' '}
          <i class="today" /> today
        </span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}

function TermBar({
  term: { from, to },
  paidThrough,
  at,
}: {
  readonly term: Segment;
  readonly paidThrough: CivilDate | undefined;
  readonly at: (day: CivilDate) => number;
}) {
  const end = addDays(to, 1);
  const paid =
    paidThrough === undefined ? from : earlierOf(addDays(laterOf(paidThrough, addDays(from, -1)), 1), end);
  return (
    <>
      <rect class="paid" x={at(from)} y="8" width={Math.max(0, at(paid) - at(from) - 2)} height="14" rx="3" />
      <rect
        class="unpaid"
        x={at(paid)}
        y="8"
        width={Math.max(0, at(end) - at(paid) - 2)}
        height="14"
        rx="3"
      />
    </>
  );
}

/** The terms that started, each to its end or to the day before a lapse; a term that started anew counts once. */
function termsIn(journal: readonly Event[]): readonly Segment[] {
  const terms: Segment[] = [];
  for (const event of journal) {
    if (event.type === 'TermStarted') {
      const { number } = event.term;
      while ((terms.at(-1)?.from ?? '') >= event.starts) terms.pop();
      terms.push({ from: event.starts, to: event.ends, number });
    } else if (event.type === 'MaintenanceLapsed') cut(terms, event.date);
  }
  return terms;
}

function cut(terms: Segment[], lapsedOn: CivilDate): void {
  const last = terms.at(-1);
  if (last === undefined || last.from >= lapsedOn) return;
  terms[terms.length - 1] = { ...last, to: earlierOf(last.to, addDays(lapsedOn, -1)) };
}
