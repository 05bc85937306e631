import * as z from 'zod/mini';
import { decimalsOf } from '../../../domain/billing/currency.ts';
import type { Money } from '../../../domain/billing/money.ts';
import { paymentIdSchema } from '../../../domain/payments/payment-id.ts';
import { givenDateSchema } from '../../../domain/calendar.ts';
import { reasonSchema } from '../../../domain/text/reason.ts';
import { readAmount } from '../values/amount.ts';
import type { ReadDetail } from './detail.ts';
import { type DetailWords, wordsOf } from './words.ts';

/** Reads `[AMOUNT] [received=DATE] [id=ID] [document=NUMBER]`. */
export function readPayment(detail: string, currency: string): ReadDetail {
  const expected =
    `an amount above zero such as ${exampleOf(currency)} (${currency}), or nothing for all that is open, ` +
    'and received=DATE, id=ID and document=NUMBER, separated by spaces';
  const words = wordsOf(detail, ['received', 'id', 'document']);
  if (words === undefined || words.reason !== undefined || words.plain.length > 1)
    return { ok: false, expected };
  const amount = amountIn(words.plain[0], currency);
  const received = z.optional(givenDateSchema).safeParse(words.named.get('received'));
  const paymentId = z.optional(paymentIdSchema).safeParse(words.named.get('id'));
  if (amount === 'none' || !received.success || !paymentId.success) return { ok: false, expected };
  const document = words.named.get('document');
  const says = { amount, received: received.data, paymentId: paymentId.data, document };
  return { ok: true, does: () => ({ activity: 'payment', ...says }) };
}

/** Reads `ID reason=…`. */
export function readReversal(detail: string): ReadDetail {
  const words = reasoned(detail, []);
  const [paymentId] = words?.plain ?? [];
  if (words === undefined || paymentId === undefined || words.plain.length > 1)
    return { ok: false, expected: 'the id of a payment and reason=…' };
  return { ok: true, does: () => ({ activity: 'reverse-payment', paymentId, reason: words.reason }) };
}

/** Reads `INVOICE [net=AMOUNT] reason=…`; INVOICE is a printed number or `last`. */
export function readCredit(detail: string, currency: string): ReadDetail {
  const words = reasoned(detail, ['net']);
  const [invoice] = words?.plain ?? [];
  const net = amountIn(words?.named.get('net'), currency);
  if (words === undefined || invoice === undefined || words.plain.length > 1 || net === 'none') {
    const expected = `the number of an invoice or last, net=AMOUNT (${currency}) for a part of it, and reason=…`;
    return { ok: false, expected };
  }
  return { ok: true, does: () => ({ activity: 'credit-invoice', invoice, net, reason: words.reason }) };
}

/** Reads `INVOICE reason=…`. */
export function readReissue(detail: string): ReadDetail {
  const words = reasoned(detail, []);
  const [invoice] = words?.plain ?? [];
  if (words === undefined || invoice === undefined || words.plain.length > 1)
    return { ok: false, expected: 'the number of an invoice or last, and reason=…' };
  return { ok: true, does: () => ({ activity: 'reissue-invoice', invoice, reason: words.reason }) };
}

/** Reads `AMOUNT reason=…`. */
export function readRefund(detail: string, currency: string): ReadDetail {
  const words = reasoned(detail, []);
  const amount = amountIn(words?.plain[0], currency);
  if (words === undefined || amount === undefined || amount === 'none' || words.plain.length > 1) {
    const expected = `an amount above zero such as ${exampleOf(currency)} (${currency}) and reason=…`;
    return { ok: false, expected };
  }
  return { ok: true, does: () => ({ activity: 'refund', amount, reason: words.reason }) };
}

/** Reads `until=DATE reason=…`. */
export function readHold(detail: string): ReadDetail {
  const words = reasoned(detail, ['until']);
  const until = givenDateSchema.safeParse(words?.named.get('until'));
  if (words === undefined || !until.success || words.plain.length > 0)
    return { ok: false, expected: 'until=DATE, such as until=2026-05-31, and reason=…' };
  return { ok: true, does: () => ({ activity: 'hold', until: until.data, reason: words.reason }) };
}

/** Reads a note: the whole detail. */
export function readNote(detail: string): ReadDetail {
  if (detail.trim() === '') return { ok: false, expected: 'the text of the note' };
  return { ok: true, does: () => ({ activity: 'note', note: detail.trim() }) };
}

/** The words of a detail that needs a reason; undefined where it has none. */
function reasoned(
  detail: string,
  names: readonly string[],
): (DetailWords & { readonly reason: string }) | undefined {
  const words = wordsOf(detail, names);
  const reason = reasonSchema.safeParse(words?.reason);
  return words === undefined || !reason.success ? undefined : { ...words, reason: reason.data };
}

/** An amount above zero; undefined where there is no word, `none` where it is no such amount. */
function amountIn(word: string | undefined, currency: string): Money | 'none' | undefined {
  if (word === undefined) return undefined;
  const amount = readAmount(word, currency);
  return amount !== undefined && amount.amount > 0 ? amount : 'none';
}

function exampleOf(currency: string): string {
  return (200).toFixed(decimalsOf(currency));
}
