import { formatMoney } from '../../../../domain/billing/money.ts';
import { type Action, reason } from './action.ts';

export const requestQuote: Action = {
  title: 'Issue a quote',
  says: 'The customer gets a quote to renew or reinstate maintenance. An open quote is sent again.',
  group: 'Quotes and orders',
};

export const acceptQuote: Action = {
  title: 'Accept the quote',
  says: 'The customer ordered: the order is invoiced. Paying it starts the term.',
  group: 'Quotes and orders',
  fields: ({ licence: { quote } }) => [
    {
      name: 'years',
      label: 'For',
      type: 'choice',
      required: true,
      choices: (quote?.options ?? []).map(({ years, total }) => ({
        value: String(years),
        label: `${years === 1 ? '1 year' : `${years} years`}, ${formatMoney(total)}`,
      })),
    },
    { name: 'po', label: 'Purchase order', hint: 'Its number stands on the invoice.', type: 'line' },
    { name: 'by', label: 'Accepted by', hint: 'A name at the customer.', type: 'line' },
  ],
  command: (values) => ({ ...values, years: Number(values['years']) }),
  trial: ({ licence }) => ({
    activity: 'accept-quote',
    years: licence.quote?.options[0]?.years ?? 1,
    po: 'tried',
  }),
};

export const declineQuote: Action = {
  title: 'Decline the quote',
  says: 'The customer does not want it. The quote is closed.',
  group: 'Quotes and orders',
  fields: () => [reason],
  trial: () => ({ activity: 'decline-quote', reason: 'tried' }),
};

export const requestChange: Action = {
  title: 'Quote another edition',
  says: "The customer gets a quote for an edition of the plan's price list.",
  group: 'Quotes and orders',
  fields: ({ plan, licence }) => [
    {
      name: 'edition',
      label: 'Edition',
      type: 'choice',
      required: true,
      choices: editionsOf(plan)
        .filter((name) => name !== licence.facts.edition)
        .map((name) => ({ value: name, label: name })),
    },
  ],
  trial: ({ plan, licence }) => {
    const other = editionsOf(plan).find((name) => name !== licence.facts.edition);
    return other === undefined
      ? 'the plan has no other edition in its price list'
      : { activity: 'request-change', edition: other };
  },
};

function editionsOf({ catalogue }: Parameters<NonNullable<typeof requestChange.fields>>[0]['plan']) {
  return Object.keys(catalogue?.editions ?? {});
}

export const requestMigration: Action = {
  title: 'Quote a migration',
  says: 'The customer gets a quote to move to the new version.',
  group: 'Quotes and orders',
  fields: () => [
    { name: 'hours', label: 'Hours of labour', hint: 'Such as 6.5. Empty: none.', type: 'number' },
    { name: 'hardware', label: 'Price of hardware', hint: 'Net. Empty: none.', type: 'amount' },
  ],
  command: ({ hours = 0, hardware }, { plan }) => ({
    hours,
    hardware: hardware ?? { amount: 0, currency: plan.currency },
  }),
  trial: ({ plan }) => ({
    activity: 'request-migration',
    hours: 1,
    hardware: { amount: 0, currency: plan.currency },
  }),
};

export const acceptChange: Action = {
  title: 'Accept the quote for a change',
  says: 'The customer ordered the change: it is invoiced. Paying it makes the change.',
  group: 'Quotes and orders',
};

export const addModules: Action = {
  title: 'Order modules',
  says: 'Modules are invoiced to the end of the term now, and in full from the next.',
  group: 'Quotes and orders',
  fields: (about) => [
    {
      name: 'skus',
      label: 'Modules',
      type: 'choices',
      required: true,
      choices: missingModules(about).map((sku) => ({ value: sku, label: sku })),
    },
  ],
  trial: (about) => {
    const [first] = missingModules(about);
    return first === undefined
      ? 'the plan has no module in its price list that the licence does not have'
      : { activity: 'add-modules', skus: [first] };
  },
};

function missingModules({ plan, licence }: Parameters<NonNullable<typeof addModules.fields>>[0]) {
  const own = new Set(licence.facts.modules.map(({ sku }) => sku));
  return Object.keys(plan.catalogue?.modules ?? {}).filter((sku) => !own.has(sku));
}
