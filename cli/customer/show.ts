import { Command } from 'commander';
import { CustomerBook } from '../../client/customers/customer-book.ts';
import { formatMoney, type Money } from '../../domain/billing/money.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { CustomerEntry } from '../../domain/customer/history.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import { owedInAll } from '../../domain/receivables/owed.ts';
import { countOf } from '../../client/words/count-of.ts';
import type { Invocation } from '../shell/invocation.ts';
import type { Output } from '../shell/output.ts';
import { whoInWords } from '../../client/words/who-in-words.ts';
import { customerArgument } from './customer-argument.ts';
import { entryInWords } from '../../client/words/entry-in-words.ts';

/** More than a screen shows. */
const mostListed = 100;

/** `customer show`: all about a customer at a glance. */
export function showCommand(at: Invocation): Command {
  return new Command('show')
    .description('show a customer: its data, its licences, notes on it and its history')
    .argument(...customerArgument)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  npx perennial customer show C-CANT')
    .action(async (customerId: string, { json }: { readonly json?: boolean }) => {
      await showCustomer(at, customerId, json === true);
    });
}

async function showCustomer(at: Invocation, named: string, asJson: boolean): Promise<void> {
  const { output } = at;
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const customer = await deployment.requireCustomer(named);
  const book = new CustomerBook(deployment);
  const { customerId } = customer;
  const ids = await book.licenceIds(customerId);
  const { values, unreadable } = await book.licences(ids.slice(0, mostListed));
  const licences = values.toSorted((a, b) => (a.facts.licenceId < b.facts.licenceId ? -1 : 1));
  const history = await book.history(customerId);
  for (const { problem } of unreadable) output.note(`Skipping ${problem}`);
  if (asJson) {
    output.json({ customer, licenceIds: ids, licences: licences.map(inALine), history });
    return;
  }
  if (named !== customerId) output.note(`Customer ${named} was merged into ${customerId}.`);
  printCustomer(output, customer);
  printLicences(output, licences, ids.length);
  printHistory(output, history);
}

function printCustomer(output: Output, customer: Customer): void {
  const {
    email,
    alsoEmail = [],
    billingEmail,
    alsoBillingEmail = [],
    address,
    undeliverable = [],
  } = customer;
  const { poRequired, poNumber, discountPercent } = customer;
  const billing = billingEmail === undefined ? alsoBillingEmail : [billingEmail, ...alsoBillingEmail];
  output.list([
    ['customer', `${customer.customerId}, ${customer.name}`],
    ['kind', customer.kind],
    ['country', `${customer.country} (${customer.locale})`],
    ['address', address?.join(', ')],
    ['e-mail', [email, ...alsoEmail].join(', ')],
    ['for invoices', billing.length === 0 ? undefined : billing.join(', ')],
    ['partner', customer.partnerId],
    ['account manager', customer.accountManager],
    ['VAT id', customer.vatId],
    ['tax', customer.taxExemption === undefined ? undefined : `exempt: ${customer.taxExemption}`],
    ['discount', discountPercent === undefined ? undefined : `${discountPercent}%`],
    ['purchase order', poNumber ?? (poRequired === true ? 'required for each order' : undefined)],
    ['together', customer.together === true ? 'yes' : undefined],
    ['e-invoices', customer.eInvoice],
    ['buyer reference', customer.buyerReference],
    ...undeliverable.map(({ address: gone, on, complained }): [string, string] => [
      complained === true ? 'wants no mail' : 'returns mail',
      `${gone}, since ${on}`,
    ]),
    ['erased', customer.erasedOn],
  ]);
}

interface LicenceLine {
  readonly licenceId: string;
  readonly product: string;
  readonly planId: string;
  readonly standing: Licence['standing']['status'];
  /** All open invoices, and what was received and not used. */
  readonly open: Money;
  readonly credit: Money;
}

function inALine(licence: Licence): LicenceLine {
  const { licenceId, product, planId } = licence.facts;
  const { credit } = licence;
  const open = owedInAll(licence);
  return { licenceId, product, planId, standing: licence.standing.status, open, credit };
}

function printLicences(output: Output, licences: readonly Licence[], count: number): void {
  output.print();
  if (count === 0) {
    output.print('No licences');
    return;
  }
  output.table(
    ['licence', 'product', 'plan', 'standing', 'open', 'credit'],
    licences.map(inALine).map(({ licenceId, product, planId, standing, open, credit }) => {
      return [licenceId, product, planId, standing, unlessZero(open), unlessZero(credit)];
    }),
  );
  if (count > licences.length) output.print(`… and ${countOf(count - licences.length, 'more licence')}`);
}

function unlessZero(amount: Money): string {
  return amount.amount === 0 ? '' : formatMoney(amount);
}

/** Notes first: they are what most look for. */
function printHistory(output: Output, history: readonly CustomerEntry[]): void {
  const notes = history.filter(({ type }) => type === 'noted');
  const others = history.filter(({ type }) => type !== 'noted');
  for (const [heading, some] of [
    ['Notes', notes],
    ['History', others],
  ] as const) {
    if (some.length === 0) continue;
    output.print();
    output.print(heading);
    output.list(some.flatMap(rowsOf));
  }
}

function rowsOf(entry: CustomerEntry): readonly (readonly [string, string])[] {
  const of = entry.of === undefined ? '' : `, as customer ${entry.of}`;
  return [
    [entry.at.slice(0, 16).replace('T', ' '), entry.type === 'noted' ? entry.note : entryInWords(entry)],
    ['', `  by ${whoInWords(entry.who)}${of}`],
  ];
}
