import { encode } from 'uqr';
import { type Money, decimalOf } from '../../domain/billing/money.ts';
import { withoutSpaces } from '../../domain/billing/iban.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { oneLine } from '../../wording/text/line.ts';

/** Where money is transferred to, as far as the plan's lines of payment say so. */
export interface Account {
  readonly holder: string;
  readonly iban: string;
  readonly bic: string | undefined;
}

/** The vendor's account; undefined where no line of payment is an IBAN. */
export function accountOf({ payment, name }: Plan['vendor']): Account | undefined {
  const valueOf = (wanted: 'account-holder' | 'iban' | 'bic') =>
    payment.find(({ is }) => is === wanted)?.value;
  const iban = valueOf('iban');
  if (iban === undefined) return undefined;
  const bic = valueOf('bic');
  return {
    holder: valueOf('account-holder') ?? name,
    iban: withoutSpaces(iban),
    bic: bic === undefined ? undefined : withoutSpaces(bic),
  };
}

/** The guideline's limits: an amount of 0.01 to 999999999.99, a name of 70 characters, a remittance text of 140. */
const mostCents = 99_999_999_999;
const mostName = 70;
const mostText = 140;

/**
 * What the payment code of a bill says (European Payments Council, EPC069-12, version 002): a SEPA credit transfer with
 * the bill's number. Undefined where the amount is not in euros or cannot be transferred, or there is no IBAN.
 */
export function transferOf(vendor: Plan['vendor'], toPay: Money, number: string): string | undefined {
  const account = accountOf(vendor);
  const isPayable = toPay.currency === 'EUR' && toPay.amount > 0 && toPay.amount <= mostCents;
  if (account === undefined || !isPayable) return undefined;
  const { holder, iban, bic = '' } = account;
  const [purpose, structured] = ['', ''];
  return [
    ...['BCD', '002', '1', 'SCT'],
    ...[bic, shortened(holder, mostName), iban, `EUR${decimalOf(toPay)}`],
    ...[purpose, structured, shortened(number, mostText)],
  ].join('\n');
}

/** The dark (true) and light modules of a QR code, row by row; the guideline asks for level M and version 13 at most. */
export function modulesOf(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'M', boostEcc: false, maxVersion: 13, border: 0 }).data;
}

function shortened(text: string, most: number): string {
  return Array.from(oneLine(text)).slice(0, most).join('');
}
