import { add } from '../../../domain/billing/money.ts';
import type { EventOf } from '../../../domain/licence/events.ts';
import { quoteIssued } from '../../../wording/facts/history.ts';
import { offerOf } from '../../../wording/facts/offer.ts';
import { sumOfOffers } from '../../../wording/facts/sums.ts';
import { coverInWords } from '../../../wording/phrases/prices.ts';
import type { Writing } from '../../kinds/kind.ts';
import { acceptance } from '../actions.ts';
import { facts, type PriceTable, text } from '../letter.ts';
import { licencesIn, type Lines, ofEach } from './lines.ts';

type Quoted = EventOf<'QuoteIssued' | 'QuoteResent'>;

/** What the mail of a quote says that several licences share. */
export function sharedQuoteWriting(lines: Lines<Quoted>): Writing {
  const [{ material }] = lines;
  const { localiser, about } = material;
  const { labels } = localiser.words;
  const words = localiser.words.shared.quote;
  const offer = sumOfOffers(ofEach(lines, offered));
  const years = offer.options.map((option) => option.years);
  const validUntil = localiser.date(offer.validUntil);
  const named = { licences: licencesIn(lines), quoteId: offer.quoteId, validUntil };
  const accepted = lines.filter(({ material: { history }, event }) =>
    history.since.some((later) => later.type === 'QuoteAccepted' && later.quoteId === event.quoteId),
  );
  const isOpen = accepted.length < lines.length;
  const credit = lines.map((line) => line.material.history.now.credit).reduce(add);
  return {
    subject: words.subject[offer.purpose](named),
    body: [
      text(words.intro[offer.purpose](named)),
      ...(accepted.length === 0 ? [] : [text(words.accepted(accepted.map(({ event }) => event.licenceId)))]),
      optionsTable(lines),
      facts(labels.quote, [labels.number, offer.quoteId], [labels.validUntil, validUntil]),
      ...(isOpen
        ? [text(words.accept({ validUntil, years })), acceptance(localiser, about, offer.quoteId, years)]
        : []),
      ...(isOpen && credit.amount > 0 ? [text(localiser.words.quote.credit(localiser.money(credit)))] : []),
      ...(isOpen && offer.withdrawnAfter !== undefined
        ? [text(localiser.words.quote.withdrawn(localiser.date(offer.withdrawnAfter)))]
        : []),
      text(words.starts[offer.purpose]),
    ],
  };
}

/** A row for each licence and a column for each number of years, with the total of each. */
function optionsTable(lines: Lines<Quoted>): PriceTable {
  const [{ material }] = lines;
  const { localiser } = material;
  const { words, money } = localiser;
  const sum = sumOfOffers(ofEach(lines, offered));
  const years = sum.options.map((option) => option.years);
  const isChoice = years.length > 1;
  const rows = lines.map((line) => {
    const { options } = offered(line);
    const [first] = options;
    const cover = isChoice || first === undefined ? [] : [coverInWords(localiser, first.cover)];
    return {
      name: line.material.about.licenceId,
      notes: [line.material.about.product, ...cover],
      amounts: years.map((count) => {
        const option = options.find((each) => each.years === count);
        return option === undefined ? '–' : money(option.price.total);
      }),
    };
  });
  return {
    kind: 'prices',
    caption: words.headings.offer,
    columns: isChoice ? years.map(words.years) : [words.labels.total],
    rows,
    sums: sum.options.map(({ years: count, price }) => {
      const label = isChoice ? words.shared.sum(words.years(count)) : words.labels.total;
      return { label, value: money(price.total) };
    }),
    note: words.amountsIn(sum.currency),
  };
}

function offered({ material: { plan, history }, event }: Lines<Quoted>[0]) {
  return offerOf(plan, history.then, quoteIssued(history, event.quoteId));
}
