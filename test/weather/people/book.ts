import { addDays, type CivilDate, firstOfNextMonth } from '../../../domain/calendar.ts';
import { type Customer, customerSchema } from '../../../domain/customer/customer.ts';
import { customerTermsOf } from '../../../domain/customer/terms.ts';
import { factProblems } from '../../../domain/licence/fact-problems.ts';
import type { Facts } from '../../../domain/licence/licence.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { plans } from '../../../plans/index.ts';
import { factsOf } from '../../support/application/play.ts';
import type { Random } from '../../../local/weather/random.ts';

/** The customers and licences that a seed plays with. */
export interface Book {
  readonly customers: readonly Customer[];
  readonly licences: readonly Facts[];
}

const countries = ['DE', 'NZ', 'GB', 'US'] as const;
const locales = ['en-GB', 'de-DE', 'en-US'] as const;

/** What the licences of a seed have in common, as those of a vendor have: few plans, and days on which many begin. */
interface Habits {
  readonly plans: readonly Plan[];
  readonly begin: 'any day' | 'ends of months' | 'few days';
}

function habitsOf(random: Random): Habits {
  const chance = random.of('habits of the book');
  const count = chance.pick([1, 1, 1, 2, 2, plans.length]);
  const first = chance.between(0, plans.length - 1);
  return {
    plans: [...plans.slice(first), ...plans.slice(0, first)].slice(0, count),
    begin: chance.pick(['any day', 'ends of months', 'few days', 'few days']),
  };
}

/** @param numbers the licences by number; each is the same whichever others there are */
export function bookOf(random: Random, start: CivilDate, days: number, numbers: readonly number[]): Book {
  const some = Math.max(3, Math.ceil(numbers.length / 4));
  const customers = Array.from({ length: some }, (_, index) => customerOf(random, index + 1));
  const habits = habitsOf(random);
  return {
    customers,
    licences: numbers.map((number) => licenceOf(random, habits, { start, days }, number, customers)),
  };
}

/** The first is a reseller, and the second buys through it. */
function customerOf(random: Random, number: number): Customer {
  const customerId = `C-${number}`;
  const chance = random.of(customerId);
  return customerSchema.parse({
    customerId,
    name: `Customer ${customerId}`,
    kind: number === 1 ? 'reseller' : chance.pick(['end-user', 'end-user', 'msp']),
    email: `${customerId.toLowerCase()}@customer.example`,
    billingEmail: `billing-${customerId.toLowerCase()}@customer.example`,
    country: chance.pick(countries),
    locale: chance.pick(locales),
    ...(number % 3 === 2 && { partnerId: 'C-1' }),
    ...(random.of(`documents of ${customerId}`).is(0.5) && { together: true }),
  });
}

function licenceOf(
  random: Random,
  habits: Habits,
  { start, days }: { readonly start: CivilDate; readonly days: number },
  number: number,
  customers: readonly Customer[],
): Facts {
  const chance = random.of(`facts of L-${number}`);
  const plan = chance.pick(habits.plans);
  // A few are imported later, while runs are under way.
  const isLater = chance.is(0.15);
  const isAlone = habits.begin === 'any day' || chance.is(0.15);
  const common = random.of(`common day ${chance.between(1, 3)}`);
  const registeredOn = isLater
    ? addDays(start, (isAlone ? chance : common).between(1, Math.max(1, days >> 1)))
    : start;
  const day = addDays(
    registeredOn,
    (isAlone || habits.begin === 'ends of months' ? chance : common).between(-400, 30),
  );
  const date = isAlone || habits.begin === 'few days' ? day : addDays(firstOfNextMonth(day), -1);
  const coverEnds = plan.term.kind === 'calendar-year' ? `${date.slice(0, 4)}-12-31` : date;
  const known = chance.pick(['cover', 'fact', 'nothing']);
  const isKnown = known === 'fact' || plan.firstTerm.from === 'purchasedOn';
  const given = known === 'cover' ? { coverEnds } : isKnown ? { [plan.firstTerm.from]: date } : {};
  const customer = chance.pick(customers);
  const facts = factsOf(plan, {
    licenceId: `L-${number}`,
    customerId: customer.customerId,
    ...customerTermsOf(customer),
    onSiteTraining: chance.is(0.5),
    initialYears: chance.between(1, 3),
    registeredOn,
    ...given,
  });
  const leased: Facts = { ...facts, model: 'subscription', modules: [] };
  const isLeased = plan.id === 'netjapan-maintenance' && chance.is(0.15);
  return isLeased && factProblems(plan, leased).length === 0 ? leased : facts;
}
