import type { Customer } from '../../domain/customer/customer.ts';
import { asciiAddress, whyNotMailable } from '../../domain/customer/email-address.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Kind } from '../kinds/kind.ts';
import { headerLine } from '../../wording/text/line.ts';

export interface Address {
  readonly name: string;
  readonly address: string;
}

/** Who reads a vendor's mails: the customer itself, its accounts, its partner. */
export type Contact = 'technical' | 'billing' | 'partner';

export interface Recipient extends Address {
  readonly contact: Contact;
}

/** The first recipient of a kind of mail, and whether it is copied, by its definition. */
type Addressing = Pick<Kind, 'to' | 'copyToPartner' | 'copyToManager'>;

/** Each contact of a customer, as far as it has them. */
export function contactsOf(customer: Customer, partner: Customer | undefined): readonly Recipient[] {
  const { email, billingEmail, alsoEmail = [], alsoBillingEmail = [] } = customer;
  const technical = [email, ...alsoEmail];
  const billing = billingEmail === undefined ? [] : [billingEmail, ...alsoBillingEmail];
  return [
    ...technical.map((address) => ({ contact: 'technical' as const, ...addressOf(customer, address) })),
    ...billing.map((address) => ({ contact: 'billing' as const, ...addressOf(customer, address) })),
    ...(partner === undefined ? [] : [{ contact: 'partner' as const, ...addressOf(partner, partner.email) }]),
  ];
}

/**
 * The recipients of a mail: the first of its contacts whose address takes mail (billing before technical for what asks for
 * money, the partner last). Undefined where there is none.
 */
export function recipientOf(
  { to }: Addressing,
  customer: Customer,
  partner: Customer | undefined,
): Recipient | undefined {
  const reachable = contactsOf(customer, readingPartner(partner)).filter(({ address }) =>
    takesMail(address, customer, partner),
  );
  return reachable.find(({ contact }) => contact === to) ?? reachable[0];
}

/** The partner, unless it wants no copies, the mail goes to the same address already or the partner's takes none. */
export function copyRecipientOf(
  kind: Addressing,
  customer: Customer,
  partner: Customer | undefined,
): Address | undefined {
  const reader = readingPartner(partner);
  if (reader === undefined || !kind.copyToPartner) return undefined;
  const { name, address } = addressOf(reader, reader.email);
  const recipient = recipientOf(kind, customer, partner);
  const isRead = recipient !== undefined && isSameAddress(address, recipient.address);
  return isRead || !takesMail(address, customer, partner) ? undefined : { name, address };
}

/** The other addresses of the recipient's role: they read what it reads. */
export function furtherRecipientsOf(
  kind: Addressing,
  customer: Customer,
  partner: Customer | undefined,
): readonly Address[] {
  const recipient = recipientOf(kind, customer, partner);
  if (recipient === undefined || recipient.contact === 'partner') return [];
  return contactsOf(customer, undefined)
    .filter(({ contact }) => contact === recipient.contact)
    .filter(({ address }) => !isSameAddress(address, recipient.address))
    .filter(({ address }) => takesMail(address, customer, partner))
    .map(({ name, address }) => ({ name, address }));
}

/** The vendor's account manager, unless it wants no copies, reads the mail already or takes none. */
export function managerCopyOf(
  kind: Addressing,
  customer: Customer,
  readers: readonly Address[],
): Address | undefined {
  const { accountManager, managerCopiesStoppedOn } = customer;
  if (kind.copyToManager !== true || accountManager === undefined || managerCopiesStoppedOn !== undefined)
    return undefined;
  const address = asciiAddress(accountManager);
  const isRead = readers.some((reader) => isSameAddress(reader.address, address));
  return isRead || !takesMail(address, customer, undefined) ? undefined : { name: '', address };
}

function readingPartner(partner: Customer | undefined): Customer | undefined {
  return partner?.copiesStoppedOn === undefined ? partner : undefined;
}

/** Whether two addresses are one: letter case, and how the domain is written, do not matter. */
export function isSameAddress(one: string, other: string): boolean {
  return asciiAddress(one).toLowerCase() === asciiAddress(other).toLowerCase();
}

/** Not where it has sent mail back for good, nor where it was stored before such addresses were refused. */
function takesMail(address: string, customer: Customer, partner: Customer | undefined): boolean {
  if (whyNotMailable(address) !== undefined) return false;
  const returned = [...(customer.undeliverable ?? []), ...(partner?.undeliverable ?? [])];
  return !returned.some((each) => isSameAddress(each.address, address));
}

function addressOf({ name }: Customer, address: string): Address {
  return { name: headerLine(name), address: asciiAddress(address) };
}

export function senderOf({ vendor }: Plan): Address {
  return { name: headerLine(vendor.name), address: asciiAddress(vendor.email) };
}
