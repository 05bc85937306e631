import type { Money } from '../../../domain/billing/money.ts';
import { moneyOf } from './camt-money.ts';
import { allAt, type Element, textAt } from './xml.ts';

/** A payment in or out, as an entry of a statement has it: alone, or as one of several that the bank has put together. */
export interface Transaction {
  readonly money: Money;
  readonly isCredit: boolean;
  /** It takes another back, or came back itself. */
  readonly isReversal: boolean;
  /** The bank's own reference of it. */
  readonly reference: string | undefined;
  /** The bank's own reference of its entry. */
  readonly entryReference: string | undefined;
  readonly payer: string | undefined;
  /** The payer's account. */
  readonly account: string | undefined;
  /** What the payer and the banks wrote. */
  readonly words: readonly string[];
}

/**
 * The transactions of an entry. Where the amounts of several are missing, or their sum is not that of the entry, it is one
 * transaction with the words of all.
 */
export function transactionsOf(entry: Element, total: Money): readonly Transaction[] {
  const isCredit = textAt(entry, 'CdtDbtInd') === 'CRDT';
  const details = allAt(entry, 'NtryDtls', 'TxDtls');
  const whole = { entry, isCredit, total };
  const [only] = details;
  if (only === undefined || details.length === 1)
    return [transactionOf(whole, only === undefined ? [] : [only], total)];
  const parts = details.map((detail) => ({ detail, money: amountOf(detail, total.currency) }));
  const transactions = parts.flatMap(({ detail, money }) =>
    money === undefined ? [] : [transactionOf(whole, [detail], money)],
  );
  const sum = transactions.reduce(
    (sum, each) => sum + (each.isCredit === isCredit ? each.money.amount : -each.money.amount),
    0,
  );
  if (transactions.length === details.length && sum === total.amount) return transactions;
  return [transactionOf(whole, details, total)];
}

/** In the currency of the account. */
function amountOf(detail: Element, currency: string): Money | undefined {
  const amounts = [...allAt(detail, 'Amt'), ...allAt(detail, 'AmtDtls', 'TxAmt', 'Amt')];
  return amounts.map(moneyOf).find((money) => money?.currency === currency);
}

function transactionOf(
  { entry, isCredit: ofEntry }: { readonly entry: Element; readonly isCredit: boolean },
  details: readonly Element[],
  money: Money,
): Transaction {
  const [first] = details;
  const direction = first && textAt(first, 'CdtDbtInd');
  const isOne = details.length === 1;
  const isCredit = isOne && direction !== undefined ? direction === 'CRDT' : ofEntry;
  const flag = textAt(entry, 'RvslInd');
  const returned = details.some((detail) => allAt(detail, 'RtrInf').length > 0);
  const own = details.flatMap(wordsOf);
  const added = textAt(entry, 'AddtlNtryInf');
  return {
    money,
    isCredit,
    isReversal: flag === 'true' || flag === '1' || returned,
    reference: isOne && first !== undefined ? textAt(first, 'Refs', 'AcctSvcrRef') : undefined,
    entryReference: textAt(entry, 'AcctSvcrRef'),
    payer: payersOf(details),
    account:
      first &&
      (textAt(first, 'RltdPties', 'DbtrAcct', 'Id', 'IBAN') ??
        textAt(first, 'RltdPties', 'DbtrAcct', 'Id', 'Othr', 'Id')),
    words: own.length > 0 || added === undefined ? own : [added],
  };
}

function payersOf(details: readonly Element[]): string | undefined {
  const names = details.flatMap((detail) => {
    // From version 4 on a party may be wrapped.
    const name =
      textAt(detail, 'RltdPties', 'Dbtr', 'Nm') ??
      textAt(detail, 'RltdPties', 'Dbtr', 'Pty', 'Nm') ??
      textAt(detail, 'RltdPties', 'UltmtDbtr', 'Nm') ??
      textAt(detail, 'RltdPties', 'UltmtDbtr', 'Pty', 'Nm');
    return name ?? [];
  });
  return names.length === 0 ? undefined : [...new Set(names)].join(', ').slice(0, 200);
}

/** What a payer wrote: free text, structured references, and the payer's own reference. */
function wordsOf(detail: Element): readonly string[] {
  const remittance = allAt(detail, 'RmtInf');
  const at = (...path: readonly [string, ...string[]]) =>
    remittance.flatMap((info) => allAt(info, ...path)).map(({ text }) => text.trim());
  const references = at('Strd', 'CdtrRefInf', 'Ref');
  const endToEnd = textAt(detail, 'Refs', 'EndToEndId');
  return [
    ...at('Ustrd'),
    ...references,
    // A creditor reference (ISO 11649) begins with RF and two check digits.
    ...references.flatMap((reference) => /^RF\d{2}(.+)$/i.exec(reference.replaceAll(' ', ''))?.[1] ?? []),
    ...at('Strd', 'RfrdDocInf', 'Nb'),
    ...at('Strd', 'AddtlRmtInf'),
    endToEnd === undefined || /^NOT ?PROVIDED$/i.test(endToEnd) ? '' : endToEnd,
    textAt(detail, 'AddtlTxInf') ?? '',
  ].filter((words) => words !== '');
}
