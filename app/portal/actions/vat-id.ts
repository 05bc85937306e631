/** The form of a VAT id: its country, as the EU writes it, and what that has given. */
const form = /^[A-Z]{2}(?=.*\d)[A-Z0-9+*]{2,13}$/;

/** A VAT id as it is stored: people type it with spaces and dots. */
export function vatIdFrom(typed: string): string {
  return typed.replaceAll(/[\s.-]/g, '').toUpperCase();
}

/** Whether what was typed has the form of a VAT id. Whether there is such a number is not asked. */
export function isVatId(typed: string): boolean {
  return form.test(vatIdFrom(typed));
}
