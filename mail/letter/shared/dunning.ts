import { add } from '../../../domain/billing/money.ts';
import type { EventOf } from '../../../domain/licence/events.ts';
import { type Bill, billOf } from '../../../wording/facts/bill.ts';
import { sumOfBills } from '../../../wording/facts/sums.ts';
import { invoiceIssued } from '../../../wording/facts/history.ts';
import type { SharedBy, Writing } from '../../kinds/kind.ts';
import { billInWords, howToPay } from '../bill-blocks.ts';
import { call, text } from '../letter.ts';
import type { MailLocaliser } from '../localiser.ts';
import { sharedInvoiceWriting } from './invoice.ts';
import { licencesIn, type Lines, ofEach } from './lines.ts';

type Reminded = SharedBy<EventOf<'ReminderIssued'>>;

/**
 * What a reminder says of the open invoices of several licences, in the words of its kind. What was settled before it went
 * out is left out; if all was, it says what the mail of an invoice says.
 */
export function sharedBillReminder(
  lines: Lines<EventOf<'ReminderIssued'>>,
  words: Pick<MailLocaliser['words']['shared']['finalNotice'], 'subject' | 'intro'>,
): Writing {
  const open = lines.flatMap((line) => {
    const bill = remindedBill(line);
    return bill.settlement.state === 'open' ? [{ line, bill, toPay: bill.settlement.toPay }] : [];
  });
  const [first, ...others] = open;
  if (first === undefined) return sharedInvoiceWriting(ofEach(lines, issued));
  const { localiser, about } = first.line.material;
  const { dunning } = localiser.words.shared;
  const toPay = open.map((each) => each.toPay).reduce(add);
  const sum = sumOfBills([first.bill, ...others.map(({ bill }) => bill)]);
  const named = {
    ...billInWords(localiser, about, sum),
    licences: licencesIn(open.map(({ line }) => line)),
    toPay: localiser.money(toPay),
  };
  const invoices = [...new Set(open.map(({ bill }) => bill.invoiceId))];
  return {
    subject: words.subject(named),
    body: [
      text(words.intro),
      {
        kind: 'prices',
        caption: localiser.words.labels.toPay,
        columns: [localiser.words.labels.toPay],
        rows: open.map(({ line: { material }, bill, toPay: amount }) => ({
          name: material.about.licenceId,
          notes: [
            material.about.product,
            dunning.invoice({ invoiceId: bill.invoiceId, payBy: localiser.date(bill.payBy) }),
          ],
          amounts: [localiser.money(amount)],
        })),
        sums: [{ label: localiser.words.labels.toPay, value: named.toPay }],
        note: localiser.words.amountsIn(toPay.currency),
      },
      call(dunning.pay({ toPay: named.toPay, invoices })),
      ...howToPay(localiser, about),
      text(dunning.lapses),
      text(localiser.words.paymentReminder.crossed),
    ],
  };
}

function remindedBill({ material: { plan, history }, event }: Reminded): Bill {
  return billOf(plan, history, invoiceIdOf(event));
}

/** The event that issued the invoice which a reminder is about. */
function issued({ material, event }: Reminded): SharedBy<EventOf<'InvoiceIssued'>> {
  return { material, event: invoiceIssued(material.history, invoiceIdOf(event)) };
}

function invoiceIdOf({ reminder, invoiceId }: EventOf<'ReminderIssued'>): string {
  if (invoiceId === undefined) throw new Error(`reminder ${reminder} names no invoice`);
  return invoiceId;
}
