import { decimalOf } from '../../../../domain/billing/money.ts';
import type { Facts } from '../../../../domain/licence/licence.ts';
import { type About, type Action, type Field, reason, type Values } from './action.ts';

export const note: Action = {
  title: 'Add a note',
  says: 'It changes nothing. The journal keeps it with your name.',
  group: 'Records',
  fields: () => [{ name: 'note', label: 'Note', type: 'lines', required: true }],
  trial: () => ({ activity: 'note', note: 'tried' }),
};

const dates = [
  ['purchasedOn', 'Purchased on'],
  ['activatedOn', 'Activated on'],
  ['installedOn', 'Installed on'],
  ['coverStarts', 'Cover starts'],
  ['coverEnds', 'Cover ends'],
] as const;

/** Mistyped facts; each field has what the licence has now. */
export const correct: Action = {
  title: 'Correct facts',
  says: 'Mistyped facts are corrected. A term that follows from them starts anew, unless it is invoiced.',
  group: 'Records',
  fields: ({ licence: { facts } }) => [
    { name: 'product', label: 'Product', type: 'line', initial: facts.product },
    { name: 'edition', label: 'Edition', type: 'line', initial: facts.edition },
    {
      name: 'model',
      label: 'Model',
      type: 'choice',
      choices: ['perpetual', 'subscription'].map((value) => ({ value, label: value })),
      initial: facts.model,
    },
    {
      name: 'modules',
      label: 'Modules',
      hint: 'One on a line: SKU=list price.',
      type: 'modules',
      initial: modulesIn(facts),
    },
    ...dates.map(([name, label]): Field => ({ name, label, type: 'date', initial: facts[name] ?? '' })),
    {
      name: 'initialYears',
      required: true,
      label: 'Years of the first term',
      type: 'number',
      initial: String(facts.initialYears),
    },
    { name: 'termNumber', label: 'Number of the term', type: 'number', initial: String(facts.termNumber) },
    {
      name: 'onSiteTraining',
      label: 'On-site training',
      type: 'yes',
      initial: facts.onSiteTraining ? 'yes' : '',
    },
    reason,
  ],
  command: ({ reason: why, ...values }, about) => ({ facts: correctedFacts(values, about), reason: why }),
};

function modulesIn({ modules }: Facts): string {
  return modules.map(({ sku, listPrice }) => `${sku}=${decimalOf(listPrice)}`).join('\n');
}

/** Only what differs from the facts. What is emptied is null. */
function correctedFacts(values: Values, { licence: { facts } }: About): Values {
  const given: Record<string, unknown> = {};
  const { product = '', edition = '', model = facts.model, initialYears, termNumber } = values;
  if (product !== facts.product) given['product'] = product;
  if (edition !== facts.edition) given['edition'] = edition;
  if (model !== facts.model) given['model'] = model;
  if (initialYears !== facts.initialYears) given['initialYears'] = initialYears;
  if (termNumber !== facts.termNumber) given['termNumber'] = termNumber;
  if ((values['onSiteTraining'] === true) !== facts.onSiteTraining)
    given['onSiteTraining'] = values['onSiteTraining'] === true;
  for (const [name] of dates) if (values[name] !== facts[name]) given[name] = values[name] ?? null;
  const modules = values['modules'] ?? [];
  if (JSON.stringify(modules) !== JSON.stringify(facts.modules)) given['modules'] = modules;
  return given;
}

export const transfer: Action = {
  title: 'Transfer to another customer',
  says: 'Price, term, cover and credit go on. Both customers are mailed.',
  group: 'Records',
  fields: () => [
    {
      name: 'to',
      label: 'New customer',
      hint: 'Its id. Search finds it by name.',
      type: 'line',
      required: true,
    },
    reason,
  ],
  trial: () => ({ activity: 'transfer', to: 'another customer', reason: 'tried' }),
};

export const remove: Action = {
  title: 'Remove the licence',
  says: 'It was registered by mistake, and nothing was mailed or issued. Nothing brings it back.',
  group: 'Records',
  isFinal: true,
  fields: () => [reason],
  trial: () => ({ activity: 'remove', reason: 'tried' }),
};
