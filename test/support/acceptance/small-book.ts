import type { Book } from '../../../cli/book/read-book.ts';
import type { Money } from '../../../domain/billing/money.ts';
import { addDays, type CivilDate, civilDate } from '../../../domain/calendar.ts';
import { customerSchema } from '../../../domain/customer/customer.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { eachDay } from '../../../domain/time/days.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { factsOf, Play } from '../application/play.ts';

/** What a customer does about a quote or an invoice, and after how many days; nothing where a member is unset. */
interface Habits {
  readonly accepts?: number;
  readonly pays?: number;
  readonly cancelsOn?: string;
}

interface Wish {
  readonly date: CivilDate;
  readonly command:
    | { readonly activity: 'cancel' }
    | { readonly activity: 'accept-quote'; readonly years: 1 }
    | { readonly activity: 'payment'; readonly amount: Money };
}

/** A book, and the days on which anything happens in it. */
interface SmallBook extends Book {
  readonly days: readonly CivilDate[];
}

const year = { from: civilDate('2026-01-01'), to: civilDate('2026-12-31') };
const habits: readonly Habits[] = [
  { accepts: 4, pays: 9 },
  {},
  { accepts: 14, pays: 9 },
  { cancelsOn: '2026-02-03' },
];
const ends = ['2026-03-31', '2026-06-15'];
const fromGermany = { country: 'DE', customerKind: 'reseller' } as const;
const fromBritain = { country: 'GB', customerKind: 'end-user' } as const;

/** A year of two plans, one that renews automatically and one that quotes: licences of each habit and end of cover. */
export function smallBook(): SmallBook {
  const licences = [videoSma, netjapanMaintenance].flatMap((plan) =>
    habits.flatMap((habit, row) =>
      ends.map((coverEnds, column) => {
        const licenceId = `${plan.numbers.invoice}-${row * ends.length + column + 1}`;
        const from = plan === videoSma ? fromGermany : fromBritain;
        const written = { licenceId, customerId: `C-${licenceId}`, coverEnds, ...from };
        const played = playedBy(habit, new Play(plan, written));
        return { facts: factsOf(plan, written), licenceId, ...played };
      }),
    ),
  );
  return {
    customers: licences.map(({ facts: { customerId, customerKind: kind, country } }) => {
      const email = `${customerId.toLowerCase()}@customer.example`;
      const locale = country === 'DE' ? 'de-DE' : 'en-GB';
      return customerSchema.parse({
        customerId,
        name: `Customer ${customerId}`,
        kind,
        email,
        country,
        locale,
      });
    }),
    licences: licences.map(({ facts }) => facts),
    activities: licences
      .flatMap(({ licenceId, wishes }) => wishes.map((wish) => ({ licenceId, ...wish })))
      .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
    updates: [],
    days: [...new Set(licences.flatMap(({ days }) => days))].sort(),
  };
}

/** What the customer does in the year, and the days on which there is an event. */
function playedBy(habit: Habits, play: Play): Pick<SmallBook, 'days'> & { readonly wishes: readonly Wish[] } {
  const wishes: Wish[] = [];
  if (habit.cancelsOn !== undefined)
    wishes.push({ date: civilDate(habit.cancelsOn), command: { activity: 'cancel' } });
  for (const day of eachDay(year)) {
    const known = play.events.length;
    for (const { date, command } of wishes) if (date === day) play.does(day, command);
    play.until(day);
    for (const event of play.events.slice(known)) wishes.push(...followed(event, habit));
  }
  return { wishes, days: play.events.map(({ date }) => date) };
}

/** What a customer does because of an event. */
function followed(event: Event, { accepts, pays }: Habits): readonly Wish[] {
  if (event.type === 'QuoteIssued' && accepts !== undefined)
    return [{ date: addDays(event.date, accepts), command: { activity: 'accept-quote', years: 1 } }];
  if (event.type === 'InvoiceIssued' && pays !== undefined)
    return [{ date: addDays(event.date, pays), command: { activity: 'payment', amount: event.total } }];
  return [];
}
