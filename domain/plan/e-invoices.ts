import * as z from 'zod/mini';
import { decimalsOf } from '../billing/currency.ts';
import { eInvoiceFormSchema } from '../customer/e-invoice.ts';
import { lineSchema } from '../text/line.ts';
import type { vendorSchema } from './vendor.ts';

/** What e-invoices say of the vendor beyond what its documents print (docs/rules.md §4.22). */
export const eInvoicesSchema = z.strictObject({
  /** For customers who do not ask for another. */
  form: eInvoiceFormSchema,
  street: lineSchema(100),
  postalCode: lineSchema(20),
  city: lineSchema(100),
  /** Its number in a register of companies, or whatever else identifies it by law. */
  registration: lineSchema(50),
  /** Who answers questions, at the vendor's address for mail. */
  contact: z.strictObject({
    name: lineSchema(100),
    phone: z
      .string()
      .check(z.regex(/^\+?[0-9 ()/-]{5,30}$/, { error: 'a telephone number such as +49 30 1234567' })),
  }),
  /** Where it gets e-invoices and answers to them: a scheme of the code list EAS, such as 9930 or EM, and an id. */
  electronicAddress: z.strictObject({
    scheme: z
      .string()
      .check(z.regex(/^(\d{4}|EM)$/, { error: 'four digits of the code list EAS, or EM for e-mail' })),
    id: lineSchema(100),
  }),
});

export type EInvoices = z.infer<typeof eInvoicesSchema>;

interface Plan {
  readonly eInvoices?: EInvoices | undefined;
  readonly vendor: z.infer<typeof vendorSchema>;
  readonly currency: string;
}

/** Why a plan's e-invoices would not agree with its documents or with EN 16931; undefined where they do. */
export function eInvoiceProblem({ eInvoices, vendor, currency }: Plan): string | undefined {
  if (eInvoices === undefined) return undefined;
  const { street, postalCode, city } = eInvoices;
  const printed = vendor.address.join('\n');
  const missing = [street, postalCode, city].find((part) => !printed.includes(part));
  if (missing !== undefined) return `the vendor's printed address lacks ${missing} of its e-invoices`;
  if (!/^[A-Z]{2}[A-Z0-9+*]{2,13}$/.test(vendor.taxNumber?.value ?? ''))
    return 'e-invoices need the VAT id of the vendor as its `taxNumber`, such as DE123456789';
  if (vendor.taxName === null) return 'e-invoices say why there is no tax: give `taxName`';
  if (decimalsOf(currency) > 2) return `EN 16931 has amounts of two decimals at most: ${currency} has more`;
  return undefined;
}
