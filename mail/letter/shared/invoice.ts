import type { EventOf } from '../../../domain/licence/events.ts';
import { billOf } from '../../../wording/facts/bill.ts';
import { sumOfBills } from '../../../wording/facts/sums.ts';
import { coverInWords, netLabel, settlementSums, sumsOf } from '../../../wording/phrases/prices.ts';
import type { Writing } from '../../kinds/kind.ts';
import { action } from '../actions.ts';
import { billInWords, howToPay } from '../bill-blocks.ts';
import { type Block, call, facts, text } from '../letter.ts';
import { licencesIn, type Lines, ofEach } from './lines.ts';

/** What the mail of an invoice says that several licences share: a line for each, and what of all is still to pay. */
export function sharedInvoiceWriting(lines: Lines<EventOf<'InvoiceIssued'>>): Writing {
  const [{ material }] = lines;
  const { localiser, about } = material;
  const { labels, headings } = localiser.words;
  const words = localiser.words.shared.invoice;
  const bills = ofEach(lines, ({ material: { plan, history }, event }) =>
    billOf(plan, history, event.invoiceId),
  );
  const sum = sumOfBills(bills);
  const { settlement, price, buys, purchaseOrder } = sum;
  const named = { ...billInWords(localiser, about, sum), licences: licencesIn(lines) };
  const isOrder = buys.kind === 'cover' && buys.isOrder && !sum.lapses;
  const whatToDo: readonly Block[] =
    settlement.state === 'open'
      ? [
          call(localiser.words.invoice.pay(named)),
          ...howToPay(localiser, about),
          text(words.inOrder),
          text(isOrder ? words.order(named.payBy) : words.lapses(named)),
          action(localiser, about, 'askAboutInvoice', sum.invoiceId),
        ]
      : [text(localiser.words.invoice[settlement.state])];
  return {
    subject: words.subject[settlement.state](named),
    body: [
      text(words.intro(named)),
      {
        kind: 'prices',
        caption: headings.charges,
        columns: [netLabel(localiser, price)],
        rows: bills.map((bill, index) => ({
          name: lines[index]?.event.licenceId ?? '',
          notes: [
            lines[index]?.material.about.product ?? '',
            ...(bill.buys.kind === 'cover' ? [coverInWords(localiser, bill.buys.cover)] : []),
          ],
          amounts: [localiser.money(bill.price.net)],
        })),
        sums: [...sumsOf(localiser, price, bills.length), ...settlementSums(localiser, price, settlement)],
        note: localiser.words.amountsIn(price.total.currency),
      },
      facts(
        labels.invoice,
        [labels.number, sum.invoiceId],
        [labels.invoiceDate, named.issuedOn],
        ...(purchaseOrder === undefined ? [] : [[labels.purchaseOrder, purchaseOrder] as const]),
        ...(settlement.state === 'open' ? [[labels.payBy, named.payBy] as const] : []),
      ),
      ...whatToDo,
    ],
  };
}
