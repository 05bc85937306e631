import type { Customer } from '../../../domain/customer/customer.ts';
import { asciiAddress } from '../../../domain/customer/email-address.ts';
import type { Reader } from '../reader.ts';
import { codeOf, isCodeOf } from './seal.ts';

/** An address as it is compared: letter case, and how the domain is written, do not matter. */
export function normalAddress(address: string): string {
  return asciiAddress(address.trim()).toLowerCase();
}

/** Everybody who reads a customer's mails: its own addresses, as they are written, by how they are compared. */
export function addressesOf({
  email,
  billingEmail,
  alsoEmail = [],
  alsoBillingEmail = [],
}: Customer): ReadonlyMap<string, string> {
  const billing = billingEmail === undefined ? [] : [billingEmail, ...alsoBillingEmail];
  return new Map([email, ...alsoEmail, ...billing].map((address) => [normalAddress(address), address]));
}

/** What stands for an address in links and sessions: nobody can tell the address from it. */
export function addressCode(key: Uint8Array, address: string): string {
  return codeOf(key, 'reader', normalAddress(address));
}

/** The reader of a customer whose address has a code; undefined where no address of it has, not any more perhaps. */
export function readerOf(customer: Customer | undefined, key: Uint8Array, code: string): Reader | undefined {
  if (customer === undefined || customer.erasedOn !== undefined) return undefined;
  const address = [...addressesOf(customer).keys()].find((each) => isCodeOf(key, 'reader', each, code));
  if (address === undefined) return undefined;
  // Whoever is named as a partner gets copies, so that their links have to lead somewhere.
  return { address: normalAddress(address), customerId: customer.customerId, role: 'partner' };
}
