import type { Customer } from '../../domain/customer/customer.ts';
import { contactsOf, isSameAddress } from '../../mail/message/recipients.ts';

/** Whether these are addresses of the customer, and each of their roles has another one that takes mail. */
export function isReadWithout(customer: Customer, addresses: readonly string[]): boolean {
  const contacts = contactsOf(customer, undefined);
  const gone = [...addresses, ...(customer.undeliverable ?? []).map(({ address }) => address)];
  const isGone = (reader: string) => gone.some((address) => isSameAddress(address, reader));
  return addresses.every((address) => {
    const own = contacts.filter((reader) => isSameAddress(reader.address, address));
    const isRead = ({ contact }: (typeof contacts)[number]) =>
      contacts.some((other) => other.contact === contact && !isGone(other.address));
    return own.length > 0 && own.every(isRead);
  });
}
