import { domainToASCII } from 'node:url';
import type { Customer } from '../../domain/customer.ts';
import type { Plan } from '../../domain/plan.ts';
import type { MailKind } from './kinds.ts';
import { headerLine } from './layout/line.ts';

export interface Address {
  readonly name: string;
  readonly address: string;
}

/** Whom a kind of mail goes to, and whom it is copied to. */
interface Addressing {
  readonly to: 'customer' | 'billing';
  readonly copyToPartner: boolean;
}

/** What asks for money goes to billing; what asks for money or a decision is copied to the partner. */
const addressing: Readonly<Record<MailKind, Addressing>> = {
  reminder: { to: 'customer', copyToPartner: true },
  'renewal-notice': { to: 'customer', copyToPartner: true },
  quote: { to: 'customer', copyToPartner: true },
  invoice: { to: 'billing', copyToPartner: true },
  'payment-reminder': { to: 'billing', copyToPartner: true },
  'final-notice': { to: 'billing', copyToPartner: true },
  lapse: { to: 'customer', copyToPartner: false },
  renewed: { to: 'customer', copyToPartner: false },
  reinstated: { to: 'customer', copyToPartner: false },
  cancelled: { to: 'customer', copyToPartner: false },
  activated: { to: 'customer', copyToPartner: false },
  'term-statement': { to: 'customer', copyToPartner: false },
  ticket: { to: 'customer', copyToPartner: false },
  'support-declined': { to: 'customer', copyToPartner: false },
  'remote-access': { to: 'customer', copyToPartner: false },
  'update-available': { to: 'customer', copyToPartner: false },
  'update-missed': { to: 'customer', copyToPartner: false },
  'update-password': { to: 'customer', copyToPartner: false },
  'update-refused': { to: 'customer', copyToPartner: false },
  announcements: { to: 'customer', copyToPartner: false },
  'change-quote': { to: 'customer', copyToPartner: true },
  changed: { to: 'customer', copyToPartner: false },
};

export function recipientOf(kind: MailKind, customer: Customer): Address {
  const { to } = addressing[kind];
  const address = to === 'billing' ? (customer.billingEmail ?? customer.email) : customer.email;
  return { name: headerLine(customer.name), address: inAscii(address) };
}

/** The partner, unless the mail goes to the same address already. */
export function copyRecipientOf(
  kind: MailKind,
  customer: Customer,
  partner: Customer | undefined,
): Address | undefined {
  if (partner === undefined || !addressing[kind].copyToPartner) return undefined;
  const isSame = inAscii(partner.email).toLowerCase() === recipientOf(kind, customer).address.toLowerCase();
  return isSame ? undefined : { name: headerLine(partner.name), address: inAscii(partner.email) };
}

export function senderOf({ vendor }: Plan): Address {
  return { name: headerLine(vendor.name), address: inAscii(vendor.email) };
}

/** An address with its domain as servers take it: in ASCII, whatever letters it is written in. */
function inAscii(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  return address.slice(0, at) + (domainToASCII(domain) || domain);
}
