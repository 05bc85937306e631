import { formatMoney, money } from '../../domain/billing/money.ts';
import type { Benefit } from '../../domain/plan/benefits.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type Chapter, countOf, listOf, percentInWords, type Say } from './statement.ts';

/** What customers pay, and with which taxes. */
export function pricesInWords(plan: Plan, say: Say): Chapter {
  const { price, currency, taxByCountry, reverseCharge, vendor, eInvoices } = plan;
  const taxes = Object.entries(taxByCountry).map(([country, rate]) => {
    const percent =
      typeof rate === 'number'
        ? percentInWords(rate)
        : listOf(
            rate.map((one) => `${percentInWords(one.percent)} from ${one.from}`),
            'and',
          );
    return `${percent} ${vendor.taxName?.en ?? 'tax'} in ${country}`;
  });
  return {
    heading: 'Prices and taxes',
    statements: [
      ...(price.kind === 'flat'
        ? Object.entries(price.perYear).map(([product, perYear]) =>
            say(
              ['price.perYear'],
              `${product} costs ${formatMoney(money(perYear, currency))} a year, before tax.`,
            ),
          )
        : [say(['price.ratesByTerm'], ratesInWords(price.ratesByTerm))]),
      ...(price.kind === 'flat'
        ? []
        : Object.entries(price.discountByYears).map(([years, percent]) =>
            say(
              ['price.discountByYears'],
              `Whoever buys ${countOf(Number(years), 'year')} at once pays ${percentInWords(percent)} less.`,
            ),
          )),
      ...(price.uplift === undefined
        ? []
        : [
            say(
              ['price.uplift'],
              `Each further year costs ${percentInWords(price.uplift.percent)} more than the one before${price.uplift.most === undefined ? '' : `, up to ${percentInWords(price.uplift.most)} in all`}.`,
            ),
          ]),
      say(
        ['taxByCountry'],
        taxes.length === 0 ? 'No tax is charged.' : `Tax: ${listOf(taxes, 'and')}; none elsewhere.`,
      ),
      ...(reverseCharge.length === 0
        ? []
        : [
            say(
              ['reverseCharge'],
              `Businesses with a VAT id in ${countOf(reverseCharge.length, 'other country').replace('countrys', 'countries')} account for the tax themselves: ${listOf(reverseCharge, 'and')}.`,
            ),
          ]),
      say(['currency'], `All amounts are in ${currency}.`),
      ...(eInvoices === undefined
        ? []
        : [
            say(
              ['eInvoices'],
              `Invoices and credit notes are e-invoices (${formNames[eInvoices.form]}), also in another form that a customer wants.`,
            ),
          ]),
    ],
  };
}

const formNames: Readonly<Record<string, string>> = {
  'factur-x': 'Factur-X, a PDF with XML inside',
  xrechnung: 'XRechnung',
  peppol: 'Peppol BIS Billing',
};

function ratesInWords(rates: readonly number[]): string {
  const last = rates.at(-1) ?? 0;
  if (rates.length === 1) return `A year costs ${percentInWords(last)} of the list price of what is in use.`;
  const falling = rates.map((rate, index) => `${percentInWords(rate)} in year ${index + 1}`);
  return `A year costs a share of the list price of what is in use: ${listOf(falling, 'and')}, and ${percentInWords(last)} from then on.`;
}

/** What cover gives, and what is left without it. */
export function benefitsInWords({ benefits, rates }: Plan, say: Say): Chapter {
  return {
    heading: 'What cover gives',
    statements: benefits.map((benefit) => say([`benefits.${benefit.key}`], benefitInWords(benefit, rates))),
  };
}

function benefitInWords({ name, rules }: Benefit, rates: Plan['rates']): string {
  const sayAnswer = (answer: Benefit['rules'][number]['answer']): string => {
    if (answer === 'included') return 'included';
    return answer === 'denied'
      ? 'not included'
      : `charged at the ${rates[answer.charged]?.en ?? answer.charged}`;
  };
  const [first] = rules;
  const parts =
    rules.length === 1 && first !== undefined
      ? [first.answer === 'included' ? 'for everybody' : sayAnswer(first.answer)]
      : rules.map(({ when, answer }) => `${sayAnswer(answer)} ${whenInWords(when)}`);
  const subject = `${name.en.slice(0, 1).toUpperCase()}${name.en.slice(1)}`;
  return `${subject}: ${parts.join('; ')}.`;
}

function whenInWords({ cover, customerKind, model }: Benefit['rules'][number]['when']): string {
  const parts = [
    ...(model === undefined
      ? []
      : [model === 'subscription' ? 'for subscriptions' : 'for perpetual licences']),
    ...(customerKind === undefined
      ? []
      : [
          `for ${listOf(
            customerKind.map((kind) => kindNames[kind]),
            'and',
          )}`,
        ]),
    ...(cover === undefined ? [] : [cover === 'in-force' ? 'while cover is in force' : 'without cover']),
  ];
  return parts.length > 0 ? parts.join(' ') : 'otherwise';
}

const kindNames = {
  'end-user': 'end users',
  reseller: 'resellers',
  msp: 'managed service providers',
  hosted: 'customers of hosted services',
};

/** How support, updates and changes of the licence work. */
export function servicesInWords(plan: Plan, say: Say): readonly Chapter[] {
  const { support, updates, catalogue, migration, oldContracts, currency } = plan;
  const benefitNamed = (key: string) => plan.benefits.find((benefit) => benefit.key === key)?.name.en ?? key;
  const response = support?.response ?? null;
  const emergency = support?.emergency ?? null;
  const chapters: Chapter[] = [
    {
      heading: 'Support',
      statements:
        support === null
          ? []
          : [
              ...(response === null
                ? [say(['support.response'], 'No time is promised for the first response.')]
                : [
                    say(
                      ['support.response.withinBusinessHours'],
                      `The first response comes within ${countOf(response.withinBusinessHours, 'business hour')}.`,
                    ),
                    say(
                      ['support.response.calendar'],
                      `Business hours are ${daysInWords(response.calendar.days)}, ${response.calendar.from} to ${response.calendar.to}, ${response.calendar.timeZone}.`,
                    ),
                  ]),
              ...(support.otherwise === null
                ? []
                : [
                    say(
                      ['support.otherwise'],
                      `Customers without support can use: ${benefitNamed(support.otherwise)}.`,
                    ),
                  ]),
              ...(emergency === null
                ? []
                : [
                    say(
                      ['support.emergency'],
                      `Emergency support is sold separately for ${formatMoney(money(emergency.price, currency))}, answers within ${countOf(emergency.respondWithinHours, 'hour')} at any time${emergency.refundable ? '' : ' and is not refundable'}.`,
                    ),
                  ]),
              ...(support.hotfixes === null
                ? []
                : [say(['support.hotfixes'], 'Hotfixes are for the latest version only.')]),
              ...(support.remoteAccess === null
                ? []
                : [
                    say(
                      ['support.remoteAccess'],
                      'Remote access needs an agreement of its own for each ticket. The customer can revoke it; it ends with the ticket.',
                    ),
                  ]),
            ],
    },
    {
      heading: 'Updates',
      statements:
        updates === null
          ? []
          : [
              say(
                ['updates.products'],
                `Updates of ${listOf(updates.products, 'and')} are announced by e-mail.`,
              ),
              say(
                ['updates.benefit'],
                'Each update has a password of its own, which entitled customers get on request.',
              ),
            ],
    },
    {
      heading: 'Changes of a licence',
      statements: [
        ...(catalogue === null
          ? []
          : [
              say(
                ['catalogue.editionChange'],
                catalogue.editionChange === 'needs-new-licence'
                  ? 'Another edition or version needs a new licence, unless the plan includes the change.'
                  : 'A change of edition credits the full cost of the initial installation while cover is in force.',
              ),
              ...(Object.keys(catalogue.modules).length === 0
                ? []
                : [
                    say(
                      ['catalogue.modules'],
                      'Modules can be added in the middle of a term, in proportion to its days.',
                    ),
                  ]),
            ]),
        ...(migration === null
          ? []
          : [
              say(
                ['migration.labourPerHour'],
                `The labour of a migration to a new version costs ${formatMoney(money(migration.labourPerHour, currency))} an hour.`,
              ),
              say(['migration.note'], migration.note.en),
            ]),
        ...(oldContracts === null
          ? []
          : [
              ...(oldContracts.replaced.length === 0
                ? []
                : [
                    say(
                      ['oldContracts.replaced'],
                      `The plan replaces old contracts at once: ${listOf(oldContracts.replaced, 'and')}.`,
                    ),
                  ]),
              ...Object.entries(oldContracts.honoured).map(([name, { ratesByTerm }]) =>
                say(
                  ['oldContracts.honoured'],
                  `Old contracts stay valid: ${name}. ${ratesInWords(ratesByTerm)}`,
                ),
              ),
            ]),
      ],
    },
  ];
  return chapters.filter(({ statements }) => statements.length > 0);
}

function daysInWords(days: readonly string[]): string {
  const names = days.map((day) => `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`);
  const all = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const first = all.indexOf(days[0] ?? '');
  const isRow = days.length > 2 && days.every((day, index) => day === all[first + index]);
  return isRow ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}` : listOf(names, 'and');
}
