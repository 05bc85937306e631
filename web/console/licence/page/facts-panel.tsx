import { licencePath, customerPath } from '../../parts/paths.ts';
import type { LicenceRecord } from '../../../../client/explaining/licence-record.ts';
import { formatMoney } from '../../../../domain/billing/money.ts';
import { Facts } from '../../parts/facts.tsx';
import { ForOperators } from '../../parts/for-operators.tsx';

/** What is known of a licence and its customer, with each address that returned mail. */
export function FactsPanel({ record }: { readonly record: LicenceRecord }) {
  const { plan, licence, customer } = record;
  const { facts, paidThrough } = licence;
  const { licenceId } = facts;
  const modules = facts.modules.map(({ sku, listPrice }) => `${sku} ${formatMoney(listPrice)}`).join(', ');
  const addresses = [customer?.email, ...(customer?.alsoEmail ?? [])]
    .filter((one) => one !== undefined)
    .join(', ');
  return (
    <>
      <Facts
        facts={[
          [
            'Customer',
            <>
              {customer === undefined ? (
                'Not in the table'
              ) : (
                <a href={customerPath(customer.customerId)}>{customer.name}</a>
              )}
              <br />
              <span class="muted">
                {facts.customerId}, {facts.customerKind}, {facts.country}
              </span>
            </>,
          ],
          ['E-mail', addresses],
          ['Billing', customer?.billingEmail],
          ['Product', [facts.product, facts.edition].filter((part) => part !== '').join(', ')],
          ['Plan', <a href={`/plans/${plan.id}`}>{plan.name}</a>],
          ['Model', facts.model],
          ['Modules', modules],
          ['Purchased', facts.purchasedOn],
          ['Activated', facts.activatedOn],
          ['Installed', facts.installedOn],
          ['Registered', facts.registeredOn],
          ['Paid through', paidThrough],
        ]}
      />
      {(customer?.undeliverable ?? []).map(({ address, on }) => (
        <p class="small">
          {address} has returned mail since {on}.{' '}
          <ForOperators>
            <a href={`${licencePath(licenceId)}/clear-address?address=${encodeURIComponent(address)}`}>
              It takes mail again
            </a>
          </ForOperators>
        </p>
      ))}
    </>
  );
}
