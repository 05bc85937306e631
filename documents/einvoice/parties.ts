import { withoutSpaces } from '../../domain/billing/iban.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { EInvoiceForm } from '../../domain/customer/e-invoice.ts';
import { postalAddressOf } from '../../domain/customer/postal-address.ts';
import type { EInvoices } from '../../domain/plan/e-invoices.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { oneLine } from '../../wording/text/line.ts';
import type { Buyer, Seller, Tax } from './model.ts';

/** What is not subject to VAT names nobody's VAT id (rule BR-O-02). */
function mayNameVatIds({ category }: Tax): boolean {
  return category !== 'O';
}

export function sellerOf(vendor: Plan['vendor'], own: EInvoices, tax: Tax): Seller {
  const { street, postalCode, city, registration, contact, electronicAddress } = own;
  return {
    name: vendor.name,
    address: { lines: [street], postalCode, city, country: vendor.country },
    vatId: mayNameVatIds(tax) ? vendor.taxNumber?.value : undefined,
    registration,
    electronicAddress,
    email: vendor.email,
    contact,
  };
}

export function buyerOf(customer: Customer, form: EInvoiceForm, tax: Tax): Buyer {
  const { name, country, address = [], billingEmail, email } = customer;
  const id = customer.vatId === undefined ? undefined : withoutSpaces(customer.vatId).toUpperCase();
  const hasCountry = id !== undefined && /^[A-Z]{2}/.test(id);
  return {
    name: oneLine(name),
    address: { ...postalAddressOf(address), country },
    vatId: hasCountry && mayNameVatIds(tax) ? id : undefined,
    registration: hasCountry ? undefined : id,
    electronicAddress: (form === 'peppol' && hasCountry ? inPeppol(id) : undefined) ?? {
      scheme: 'EM',
      id: billingEmail ?? email,
    },
    email,
  };
}

/** The schemes of the code list EAS for VAT ids, by the letters that these begin with. */
const schemes: Readonly<Record<string, string>> = {
  ...{ AD: '9922', AL: '9923', AT: '9914', BA: '9924', BG: '9926', CH: '9927', CY: '9928', CZ: '9929' },
  ...{ DE: '9930', EE: '9931', EL: '9933', ES: '9920', FI: '0213', FR: '9957', GB: '9932', HR: '9934' },
  ...{ HU: '9910', IE: '9935', IT: '0211', LI: '9936', LT: '9937', LU: '9938', LV: '9939', MC: '9940' },
  ...{ ME: '9941', MK: '9942', MT: '9943', NL: '9944', PL: '9945', PT: '9946', RO: '9947', RS: '9948' },
  ...{ SE: '9955', SI: '9949', SK: '9950', SM: '9951', TR: '9952', VA: '9953' },
};

/** Belgian businesses are found by their enterprise number, which is their VAT id without BE. */
function inPeppol(vatId: string): Buyer['electronicAddress'] | undefined {
  if (/^BE\d{10}$/.test(vatId)) return { scheme: '0208', id: vatId.slice(2) };
  const scheme = schemes[vatId.slice(0, 2)];
  return scheme === undefined ? undefined : { scheme, id: vatId };
}
