import { basename, dirname } from 'node:path';
import * as z from 'zod/mini';
import { currencySchema } from '../../../domain/billing/currency.ts';
import { formatMoney } from '../../../domain/billing/money.ts';
import { longestText } from '../../../domain/payments/incoming.ts';
import type { BookFormat } from '../../book/format/format.ts';
import { columnsOf } from '../../book/table/columns.ts';
import { rowsOf } from '../../book/table/table.ts';
import type { Row } from '../../book/table/row.ts';
import { exampleAmount, readAmount } from '../../book/values/amount.ts';
import { checkFields, mistakeIn } from '../../book/values/check.ts';
import { anyText, date, optional } from '../../../client/cells/fields.ts';
import type { Checked, Mistake } from '../../book/values/mistakes.ts';
import { EntryIds } from './entry-id.ts';
import { type Statement, StatementBuilder } from './statement.ts';

const longCell = z.pipe(
  z.string(),
  z.transform((cell) => cell.replaceAll(/\s+/g, ' ').trim().slice(0, longestText)),
);

const rowSchema = z.object({
  valueDate: date,
  amount: z.string().check(z.regex(/\d/, { error: 'an amount such as 1450.50' })),
  currency: optional(z.pipe(z.string().check(z.trim(), z.toUpperCase()), currencySchema)),
  reference: longCell,
  payer: longCell,
  account: anyText,
  id: anyText,
});

export const paymentColumns = columnsOf(rowSchema, ['valueDate']);

/** The currency of a row that does not say it, from what its payer wrote; undefined where that does not say it either. */
export type CurrencyOf = (text: string) => string | undefined;

/** Reads a CSV file of a bank: its payments in, or all that is wrong with it. */
export async function readPaymentsCsv(
  path: string,
  format: BookFormat,
  currencyOf: CurrencyOf,
): Promise<Checked<Statement>> {
  const file = basename(path);
  const builder = new StatementBuilder();
  const ids = new EntryIds();
  const mistakes: Mistake[] = [];
  for await (const read of rowsOf({ path: dirname(path), format }, file, paymentColumns)) {
    const added = read.ok ? addRow(file, read.value, currencyOf, ids, builder) : read;
    if (!added.ok) mistakes.push(...added.mistakes);
  }
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, value: builder.statement };
}

function addRow(
  file: string,
  row: Row,
  currencyOf: CurrencyOf,
  ids: EntryIds,
  builder: StatementBuilder,
): Checked<undefined> {
  const fields = checkFields(file, row, rowSchema);
  if (!fields.ok) return fields;
  const { valueDate: received, reference: text, payer, account, id, currency: stated } = fields.value;
  const { isDebit, digits } = signed(fields.value.amount);
  const refuse = (column: string, expected: string): Checked<undefined> => ({
    ok: false,
    mistakes: [mistakeIn(file, row, column, expected)],
  });
  const done: Checked<undefined> = { ok: true, value: undefined };
  if (isDebit) {
    builder.addDebit();
    return done;
  }
  const currency = stated ?? currencyOf(`${text} ${payer}`);
  if (currency === undefined)
    return refuse('currency', 'a currency such as EUR: in a column, or stated for the file with --currency');
  const amount = readAmount(digits, currency);
  if (amount === undefined)
    return refuse('amount', `an amount such as ${exampleAmount(currency)} (${currency})`);
  if (amount.amount === 0) return done;
  const paymentId = ids.idOf(id, [account, received, formatMoney(amount)], [payer, text]);
  builder.addPayment({
    paymentId,
    amount,
    received,
    text,
    payer: payer === '' ? undefined : payer,
    account: account === '' ? undefined : account,
  });
  return done;
}

/** An amount without its sign, spaces and apostrophes between thousands. A minus may stand before or after, as may a D. */
function signed(cell: string): { readonly isDebit: boolean; readonly digits: string } {
  const plain = cell.replaceAll(/[\s'’+\u00a0\u202f]/g, '').replaceAll(/[−–]/g, '-');
  const digits = plain.replace(/^[-(]/, '').replace(/[-)D]$/i, '');
  return { isDebit: /^[-(]|[-D]$/i.test(plain), digits };
}
