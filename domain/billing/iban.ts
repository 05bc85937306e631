import * as z from 'zod/mini';

/** An IBAN (ISO 13616), with or without spaces, whose check digits are right. */
export const ibanSchema = z
  .string()
  .check(z.refine(isIban, { error: 'an IBAN with right check digits such as DE89 3704 0044 0532 0130 00' }));

/** An IBAN or a BIC as machines read it: without spaces. */
export function withoutSpaces(code: string): string {
  return code.replaceAll(' ', '');
}

function isIban(text: string): boolean {
  const iban = withoutSpaces(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}
