import { outputs } from '../../../contracts/deployment/stacks.ts';
import { type Customer, storedCustomerSchema } from '../../../domain/customer/customer.ts';
import { customerTermsOf, isSameTerms } from '../../../domain/customer/terms.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Judged, Rules } from './rule.ts';

const dayMilliseconds = 86_400_000;

/** Licences follow what becomes of their customers, and nothing stays of those who were erased. */
export const customerRules: Rules = {
  'a licence is in line with its customer': ({ stored }, { deployment }) => {
    const { facts, standing } = stored.licence;
    const { customerId } = facts;
    const item = deployment.table(outputs.customersTable).get([customerId, '']);
    if (item === undefined) return [`there is no customer ${customerId}`];
    const customer = storedCustomerSchema.parse(item);
    if (customer.mergedInto !== undefined) return [`${customerId} was merged into ${customer.mergedInto}`];
    if (standing.status === 'removed' || customer.erasedOn !== undefined) return [];
    return isSameTerms(facts, customerTermsOf(customer)) ? [] : [`its terms are not those of ${customerId}`];
  },
  'nothing is sold to a customer who was erased': ({ events }) => {
    let isErased = false;
    return events.flatMap(({ event }) => {
      if (event.type === 'CustomerErased') isErased = true;
      if (event.type === 'LicenceTransferred') isErased = false;
      return isErased && sales.has(event.type) ? [`${event.type} of ${event.date}`] : [];
    });
  },
};

/** What is sold to a customer, or done for it. */
const sales: ReadonlySet<string> = new Set([
  'QuoteIssued',
  'ChangeQuoted',
  'QuoteAccepted',
  'TermStarted',
  'TicketOpened',
]);

/** Records that still have an address or the name of a customer who was erased, and mails that went to it later. */
export function erasureProblems({ deployment }: Judged): readonly string[] {
  const texts = Object.values(outputs)
    .filter((name) => name.endsWith('Table'))
    .flatMap((name) => [...deployment.table(name).all()].map((item) => [name, textOf(item)] as const));
  return customersOf(deployment).flatMap(({ customerId, erasedOn }) => {
    if (erasedOn === undefined) return [];
    const address = new RegExp(String.raw`\b${customerId}(-\d+)?@customer\.example`, 'i');
    const name = `"name":"Customer ${customerId}"`;
    const from = Date.parse(erasedOn) + dayMilliseconds;
    const left = texts.filter(([, text]) => address.test(text) || text.includes(name));
    const mailed = deployment.ses.accepted.filter(({ at, destinations }) => {
      return at > from && destinations.some((to) => address.test(to));
    });
    return [
      ...left.map(([table, text]) => `${customerId} was erased, and ${table} has ${text.slice(0, 300)}`),
      ...mailed.map(
        ({ tags }) => `${customerId} was erased, and mail ${tags['mail'] ?? ''} went to it later`,
      ),
    ];
  });
}

function customersOf(deployment: Deployment): readonly Customer[] {
  return [...deployment.table(outputs.customersTable).all()].map((item) => storedCustomerSchema.parse(item));
}

/** An item as text, what it has as bytes too. */
function textOf(item: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(item).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? Buffer.from(value).toString() : value,
      ]),
    ),
  );
}
