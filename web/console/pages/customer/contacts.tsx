import { customerPath } from '../../parts/paths.ts';
import type { Child } from 'hono/jsx';
import type { Customer } from '../../../../domain/customer/customer.ts';
import { Badge } from '../../parts/badge.tsx';
import { ForOperators } from '../../parts/for-operators.tsx';
import { Facts } from '../../parts/facts.tsx';
import { CustomerLink } from '../../parts/links.tsx';

/** The addresses that get a customer's mails, those that return them, and its terms. */
export function Contacts({ customer }: { readonly customer: Customer }) {
  const { customerId, email, alsoEmail = [], billingEmail, alsoBillingEmail = [], partnerId } = customer;
  const addresses = (some: readonly (string | undefined)[]): Child => {
    const known = some.filter((each) => each !== undefined);
    return known.length === 0 ? undefined : known.map((address) => <Address of={customer} is={address} />);
  };
  return (
    <Facts
      facts={[
        ['Id', customerId],
        ['Kind', customer.kind],
        ['Email', addresses([email, ...alsoEmail])],
        ['Invoices to', addresses([billingEmail, ...alsoBillingEmail])],
        ['Address', customer.address?.join(', ')],
        ['Country', `${customer.country} (${customer.locale})`],
        ['Partner', partnerId === undefined ? undefined : <CustomerLink id={partnerId} />],
        ['Account manager', addresses([customer.accountManager])],
        ['VAT id', customer.vatId],
        ['Tax', customer.taxExemption === undefined ? undefined : `exempt: ${customer.taxExemption}`],
        ['Discount', customer.discountPercent === undefined ? undefined : `${customer.discountPercent}%`],
        [
          'Purchase order',
          customer.poNumber ?? (customer.poRequired === true ? 'required for each order' : undefined),
        ],
        ['Together', customer.together === true ? 'one quote, invoice and mail for all licences' : undefined],
        [
          'Copies',
          customer.copiesStoppedOn && `none of its customers’ mails since ${customer.copiesStoppedOn}`,
        ],
        ['Erased on', customer.erasedOn],
      ]}
    />
  );
}

/** An address, and since when it returns mail. */
function Address({
  of: { customerId, undeliverable = [] },
  is,
}: {
  readonly of: Customer;
  readonly is: string;
}) {
  const back = undeliverable.find(({ address }) => address.toLowerCase() === is.toLowerCase());
  if (back === undefined) return <div>{is}</div>;
  const query = new URLSearchParams({ address: is }).toString();
  return (
    <div>
      {is}{' '}
      <Badge tone="attention">
        {back.complained === true ? 'complained' : 'returns mail'} since {back.on}
      </Badge>{' '}
      <ForOperators>
        <a href={`${customerPath(customerId)}/clear-address?${query}`}>It takes mail again</a>
      </ForOperators>
    </div>
  );
}
