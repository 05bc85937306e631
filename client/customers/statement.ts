import { add, money, type Money } from '../../domain/billing/money.ts';
import { documentIssuedBy } from '../../domain/billing/document-of.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { type StatementEntry, statementOf } from '../../domain/receivables/statement.ts';
import type { NumberedJournal } from '../finding/issued-documents.ts';
import { eventInWords } from '../words/event-in-words.ts';
import { sentence } from '../words/sentence.ts';

/** A line of a customer's statement: several licences that share a document have one. */
export interface StatementLine {
  readonly on: CivilDate;
  /** The printed number of the document that it is about, where it issues one. */
  readonly number?: string | undefined;
  readonly what: string;
  readonly licenceIds: readonly string[];
  /** Gross: above zero it was charged, below zero it was paid, credited or voided. */
  readonly amount: Money;
  /** What is owed after it; below zero it is credit. */
  readonly balance: Money;
}

/** What was charged and paid for some licences, a statement for each currency, oldest first. */
export function statementsOf(
  journals: readonly NumberedJournal[],
): readonly { readonly balance: Money; readonly lines: readonly StatementLine[] }[] {
  const entries = journals
    .flatMap((journal) => statementOf(journal.events).map((entry) => entryOf(journal, entry)))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const currencies = new Set(entries.map(({ amount }) => amount.currency));
  return [...currencies].map((currency) => {
    let balance = money(0, currency);
    const lines = together(entries.filter(({ amount }) => amount.currency === currency)).map((line) => {
      balance = add(balance, line.amount);
      return { ...line, balance };
    });
    return { balance, lines };
  });
}

type Entry = Omit<StatementLine, 'balance'>;

function entryOf({ numbers }: NumberedJournal, { event, amount }: StatementEntry): Entry {
  const issued = documentIssuedBy(event);
  return {
    on: event.date,
    number: issued && numbers.get(issued.documentId),
    what: sentence(eventInWords(event), numbers),
    licenceIds: [event.licenceId],
    amount,
  };
}

/** The lines of a shared document are one. */
function together(entries: readonly Entry[]): readonly Entry[] {
  const lines: Entry[] = [];
  for (const entry of entries) {
    const place = lines.findIndex(({ number }) => number !== undefined && number === entry.number);
    const line = lines[place];
    if (line === undefined) lines.push(entry);
    else
      lines[place] = {
        ...line,
        licenceIds: [...line.licenceIds, ...entry.licenceIds],
        amount: add(line.amount, entry.amount),
      };
  }
  return lines;
}
