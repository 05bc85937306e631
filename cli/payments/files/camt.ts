import { formatMoney, type Money } from '../../../domain/billing/money.ts';
import { type CivilDate, givenDateSchema } from '../../../domain/calendar.ts';
import { longestText } from '../../../domain/payments/incoming.ts';
import { EntryIds } from './entry-id.ts';
import { moneyOf } from './camt-money.ts';
import { transactionsOf, type Transaction } from './camt-transactions.ts';
import { type Statement, StatementBuilder } from './statement.ts';
import { allAt, type Element, readXml, textAt, XmlProblem } from './xml.ts';

const namespace = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.0[2-8]$/;

/**
 * Reads statements of a bank in CAMT.053, versions 001.02 to 001.08. Payments in are the credits that the bank has booked; an
 * entry that the bank has put together from several is taken apart. Throws `XmlProblem` where it is no such file.
 */
export function readCamt(texts: Iterable<string>): Statement {
  const builder = new StatementBuilder();
  const ids = new EntryIds();
  let current: Element | undefined;
  let entries = 0;
  readXml(texts, 'Ntry', (entry, around) => {
    const [document] = around;
    if (document?.name !== 'Document' || !namespace.test(document.namespace)) throw noCamt(document);
    const statement = around.find(({ name }) => name === 'Stmt');
    if (statement === undefined) throw new XmlProblem('an entry outside a statement (Stmt)');
    if (statement !== current) ids.restart();
    current = statement;
    entries += 1;
    readEntry(entry, accountOf(statement), ids, builder);
  });
  // A statement without entries has nothing to say; anything else without entries is no statement.
  if (entries === 0) refuseOthers(texts);
  return builder.statement;
}

function refuseOthers(texts: Iterable<string>): void {
  const found: Element[] = [];
  readXml(texts, 'Document', (document) => found.push(document));
  const [document] = found;
  if (document === undefined || !namespace.test(document.namespace)) throw noCamt(document);
}

function noCamt(document: Element | undefined): XmlProblem {
  const found = document === undefined || document.namespace === '' ? 'another XML file' : document.namespace;
  return new XmlProblem(`expected a statement in camt.053.001.02 to camt.053.001.08, found ${found}`);
}

function accountOf(statement: Element): string {
  return textAt(statement, 'Acct', 'Id', 'IBAN') ?? textAt(statement, 'Acct', 'Id', 'Othr', 'Id') ?? '';
}

function readEntry(entry: Element, account: string, ids: EntryIds, builder: StatementBuilder): void {
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts', 'Prtry') ?? textAt(entry, 'Sts');
  if (status !== 'BOOK') {
    builder.addPending();
    return;
  }
  const received = dayAt(entry, 'ValDt') ?? dayAt(entry, 'BookgDt');
  const amount = amountIn(entry);
  if (received === undefined || amount === undefined)
    throw new XmlProblem(`${describe(entry)} has no day or no amount`);
  const transactions = transactionsOf(entry, amount);
  for (const transaction of transactions) {
    const { isCredit, isReversal, payer, account: from, words, money } = transaction;
    if (money.amount === 0) continue;
    const text = words.join(' ').replaceAll(/\s+/g, ' ').slice(0, longestText);
    if (isReversal) builder.addReversal({ amount: money, received, text, payer, isDebit: !isCredit });
    else if (!isCredit) builder.addDebit();
    else {
      const paymentId = idOf(ids, account, received, transaction, transactions.length > 1);
      builder.addPayment({ paymentId, amount: money, received, text, payer, account: from });
    }
  }
}

function idOf(
  ids: EntryIds,
  account: string,
  received: CivilDate,
  { reference, entryReference, money, payer = '', account: from = '', words }: Transaction,
  isOneOfSeveral: boolean,
): string {
  const facts = [account, received, formatMoney(money)];
  const others = [payer, from, ...words];
  const own = reference === entryReference ? undefined : reference;
  if (own !== undefined || !isOneOfSeveral) return ids.idOf(own ?? entryReference, facts, others);
  return ids.idWithin(entryReference, facts, others);
}

/** The amount of an entry, in the currency of the account. */
function amountIn(entry: Element): Money | undefined {
  const [amount] = allAt(entry, 'Amt');
  return amount && moneyOf(amount);
}

function dayAt(entry: Element, field: string): CivilDate | undefined {
  const written = textAt(entry, field, 'Dt') ?? textAt(entry, field, 'DtTm')?.slice(0, 10);
  const day = givenDateSchema.safeParse(written);
  return day.success ? day.data : undefined;
}

function describe(entry: Element): string {
  return `entry ${textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryRef') ?? 'without a reference'}`;
}
