import { add } from '../../../domain/billing/money.ts';
import { linesOfCharge, priced } from '../../../domain/billing/pricing.ts';
import { lastDayToCancel, renewalTerm } from '../../../domain/cover/terms.ts';
import type { EventOf } from '../../../domain/licence/events.ts';
import { activeStanding } from '../../../domain/licence/licence.ts';
import type { Writing } from '../../kinds/kind.ts';
import { acceptance } from '../actions.ts';
import { facts, text } from '../letter.ts';
import { licencesIn, type Lines, ofEach } from './lines.ts';

/** The end of maintenance of several licences, and how to renew it. */
export function sharedReminderWriting(lines: Lines<EventOf<'ReminderIssued'>>): Writing {
  const [{ material }] = lines;
  const { localiser, about } = material;
  const words = localiser.words.shared.reminder;
  const rows = ofEach(lines, ({ material: { about: each, history } }) => {
    return { about: each, ends: activeStanding(history.then).term.ends, quote: history.then.quote };
  });
  const days = rows.map(({ ends }) => ends).toSorted();
  const named = { licences: licencesIn(lines), ends: localiser.date(days[0] ?? rows[0].ends) };
  const quotes = [...new Set(rows.flatMap(({ quote }) => quote?.quoteId ?? []))];
  const years = rows[0].quote?.options.map((option) => option.years) ?? [];
  const [quoteId] = quotes;
  return {
    subject: new Set(days).size === 1 ? words.subjectOneDay(named) : words.subject(named),
    body: [
      text(words.ends),
      facts(
        words.caption,
        ...rows.map(
          (row) => [`${row.about.licenceId}, ${row.about.product}`, localiser.date(row.ends)] as const,
        ),
      ),
      text(localiser.words.reminder.whatEnds),
      ...(quoteId === undefined
        ? [text(words.askForQuote)]
        : [
            ...quotes.map((each) => text(words.openQuote(each))),
            acceptance(localiser, about, quoteId, years),
          ]),
    ],
  };
}

/** The automatic renewal of several licences: for what prices, and until when each can be cancelled. */
export function sharedRenewalNotice(lines: Lines<EventOf<'ReminderIssued'>>): Writing {
  const [{ material }] = lines;
  const { localiser, today } = material;
  const words = localiser.words.shared.renewalNotice;
  const rows = ofEach(lines, ({ material: { about, plan, history } }) => {
    const { term } = activeStanding(history.then);
    const { charge } = renewalTerm(plan, term, history.then.alignTo);
    const price = priced(
      plan,
      history.then.facts,
      charge.invoiceOn,
      linesOfCharge(plan, history.then.facts, charge),
    );
    return { about, charge, price, lastDay: lastDayToCancel(plan, term) };
  });
  const [first] = rows;
  const total = rows.map(({ price }) => price.total).reduce(add);
  const from = rows.map(({ charge }) => charge.from).toSorted()[0] ?? first.charge.from;
  const licences = licencesIn(lines);
  return {
    subject: words.subject({ licences, from: localiser.date(from), total: localiser.money(total) }),
    body: [
      text(words.renews),
      {
        kind: 'prices',
        caption: localiser.words.renewalNotice.nextTerm,
        columns: [localiser.words.labels.total],
        rows: rows.map(({ about, charge, price, lastDay }) => ({
          name: about.licenceId,
          notes: [
            about.product,
            localiser.words.period(localiser.date(charge.from), localiser.date(charge.to)),
            lastDay < today
              ? words.tooLate(localiser.date(charge.to))
              : words.cancelBy(localiser.date(lastDay)),
          ],
          amounts: [localiser.money(price.total)],
        })),
        sums: [{ label: localiser.words.labels.total, value: localiser.money(total) }],
        note: localiser.words.amountsIn(total.currency),
      },
      text(words.invoice),
      text(words.cancel({ licences })),
    ],
  };
}

/** The next terms of several licences have started. */
export function sharedRenewedWriting(lines: Lines<EventOf<'TermStarted'>>): Writing {
  const [{ material }] = lines;
  const { localiser } = material;
  const words = localiser.words.shared.renewed;
  const licences = licencesIn(lines);
  return {
    subject: words.subject({ licences }),
    body: [
      text(words.intro({ licences })),
      facts(
        words.terms,
        ...lines.map(
          ({ material: { about }, event: { starts, ends } }) =>
            [
              `${about.licenceId}, ${about.product}`,
              localiser.words.period(localiser.date(starts), localiser.date(ends)),
            ] as const,
        ),
      ),
      ...(lines.some(({ event }) => event.charge !== undefined) ? [text(words.invoice)] : []),
    ],
  };
}
