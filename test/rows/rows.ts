import fc from 'fast-check';
import { plans } from '../../plans/index.ts';

/** The first customer of every book, through whom others buy. */
const reseller = 'C-0';

/** One row of each file of a book, before the doors have seen it. */
export interface Rows {
  readonly customer: Readonly<Record<string, string>>;
  readonly licence: Readonly<Record<string, string>>;
}

const odd = [
  '',
  ' ',
  '"',
  "'",
  ';',
  '|',
  '=',
  '=1+1',
  '<b>&amp;',
  '%zz',
  '\\',
  '${x}',
  '\u202e',
  '\u200f',
  '\u0000',
  '\u009b31m',
  '\u001b]0;x\u0007',
  'a\r\nb',
  '\u2028',
  '\ud800',
  '٣',
  '山田',
  'Ünïcøde',
  '👩‍👩‍👧',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'e\u0301\u0302\u0303',
  'हिन्दी',
  'עברית 123 abc',
  'ﷺ',
  '\ufeff',
  'x'.repeat(200),
  'x'.repeat(201),
  '国'.repeat(200),
];

/** One of 150 cells is of the unusual kind, so that most rows are taken and every rare cell is met often. */
const sometimes = <T>(usual: fc.Arbitrary<T>, unusual: fc.Arbitrary<T>, weight = 149) =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: unusual });
const anyText = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const perhaps = <T>(some: fc.Arbitrary<T>, empty: T) => fc.oneof(fc.constant(empty), some);
const maybe = (some: fc.Arbitrary<string>) => perhaps(some, '');

/** Names as customers have them, in all scripts; also what a door may still take. */
const words = sometimes(
  fc.oneof(
    fc.constantFrom(
      'Holmes & Daughter Ltd',
      'Bücher GmbH & Co. KG',
      '株式会社 山田',
      '臺灣資訊 骨 直',
      'شركة المثال 2026',
      'שלום (ירושלים) Ltd',
      'A',
      'ООО «Ромашка»',
      'हिन्दी लिमिटेड',
      'ไทยซอฟต์',
      "O'Neill\nHolding",
      '🏳️‍🌈 Pride e.V.',
      'Zˇa\u0328z\u0307', // combining marks
    ),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => !/[\p{C}\p{Z}]/u.test(text)),
  ),
  anyText,
  30,
);
const label = sometimes(
  fc.constantFrom('Box', 'Ünïcøde', '製品', 'A/B "C"', 'x'.repeat(200), '-', '=SUM(A1)', '<script>'),
  anyText,
);

const local = sometimes(
  fc.constantFrom('info', 'r&d', "o'neill", 'a.b+c', '#!$%', '{x}|~', 'x'.repeat(64)),
  fc.oneof(
    fc.constantFrom('.x', 'x.', 'x..y', 'jürgen', '"a b"', 'x'.repeat(65)),
    fc.string({ maxLength: 12 }),
  ),
);
const domain = sometimes(
  fc.oneof(
    fc.constantFrom('works.example', 'bücher.example', 'xn--bcher-kva.example', '例え.テスト', 'faß.example'),
    fc.domain(),
  ),
  fc.constantFrom('localhost', 'a..b', '1.2.3.4', '[::1]', 'x_y.example', 'works.example.', 'İ.example'),
);
const email = sometimes(
  fc.tuple(local, domain).map((parts) => parts.join('@')),
  anyText,
);
const emails = fc.array(email, { minLength: 1, maxLength: 3 }).map((some) => some.join(' ; '));

const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const oddDay = fc.constantFrom(
  '9999-12-31',
  '1900-01-01',
  '1899-12-31',
  '2999-12-31',
  '3000-01-01',
  '2025-02-29',
  '0000-00-00',
  '2026-1-1',
  'soon',
);
const date = sometimes(
  fc.oneof(
    { weight: 6, arbitrary: day('2025-01-01', '2025-12-31') },
    { weight: 2, arbitrary: day('2018-01-01', '2024-12-31') },
    { weight: 1, arbitrary: fc.constantFrom('2024-02-29', '2025-12-31') },
  ),
  oddDay,
);
const amount = sometimes(
  fc.oneof(
    fc.nat(10_000_000).map((n) => (n / 100).toFixed(2)),
    fc.constantFrom('0.01', '1234,56', '1,234.56', '1.234,56', '99999999999.99'),
  ),
  fc.constantFrom('', '0', '100000000000.01', '1e5', '-1', 'NaN', '1,234', '9007199254740993', '0.001'),
);

const locale = sometimes(
  fc.constantFrom(
    ...[
      'en-GB',
      'de-AT',
      'fr-FR',
      'ja-JP',
      'ar-EG',
      'fa-IR',
      'hi-IN',
      'th-TH',
      'zh-TW',
      'zh-Hant-HK',
      'en-NZ',
    ],
    ...[
      'de-CH',
      'he',
      'ar-SA-u-ca-islamic',
      'th-TH-u-nu-thai',
      'bn-BD',
      'my',
      'sr-Latn-RS',
      'de-1996',
      'en-001',
    ],
  ),
  anyText,
);

const customer = fc.record({
  name: words,
  kind: sometimes(fc.constantFrom('end-user', 'reseller', 'msp', 'hosted'), anyText),
  email: emails,
  billingEmail: maybe(emails),
  country: sometimes(
    fc.constantFrom('GB', 'DE', 'NZ', 'US', 'JP', 'IE', 'FR', 'XK'),
    fc.constantFrom('UK', 'ZZ', '', 'de'),
  ),
  locale,
  partnerId: sometimes(fc.constantFrom('', '', reseller), anyText),
  address: maybe(sometimes(fc.constantFrom('1 Long Road|London', 'ул. Мира, 1|Москва', '  |x|'), anyText)),
  vatId: maybe(sometimes(fc.constantFrom('DE123456789', 'IE1234567T', 'GB 123 4567 89'), anyText)),
  taxTreatment: maybe(sometimes(fc.constantFrom('standard', 'exempt: Art. 151', 'exempt'), anyText)),
  poRequired: maybe(fc.constantFrom('no', 'no', 'yes')),
  poNumber: maybe(sometimes(fc.constantFrom('4500-17', 'PO 1'), anyText)),
  discountPercent: maybe(
    sometimes(fc.constantFrom('0', '7.5', '12,25 %', '100'), fc.constantFrom('101', '-1', 'x')),
  ),
  together: maybe(fc.constantFrom('yes', 'no')),
  accountManager: maybe(email),
  eInvoice: maybe(sometimes(fc.constantFrom('factur-x', 'xrechnung', 'peppol', 'none'), anyText)),
  buyerReference: maybe(sometimes(fc.constantFrom('991-33333TEST-33', '04011000-1234512345-06'), anyText)),
});

/** A licence's row for a plan, with what the plan needs most of the time. */
function licenceOf(planId: string) {
  const plan = plans.find(({ id }) => id === planId);
  const flat = plan?.price.kind === 'flat' ? Object.keys(plan.price.perYear) : [];
  const isYearly = plan?.term.kind === 'calendar-year';
  const from = plan?.firstTerm.from ?? 'purchasedOn';
  const skus = Object.keys(plan?.catalogue?.modules ?? {});
  const fact = (name: string) => (from === name ? perhaps(date, '') : sometimes(fc.constant(''), date, 9));
  const cover = isYearly
    ? fc.integer({ min: 2024, max: 2028 }).map((year) => `${year}-12-31`)
    : fc.oneof(day('2025-10-01', '2027-03-31'), day('2020-01-01', '2029-12-31'), date);
  return fc.record({
    planId: sometimes(fc.constant(planId), anyText),
    product: flat.length > 0 ? sometimes(fc.constantFrom(...flat), label) : label,
    edition: maybe(label),
    model:
      plan?.subscription === true
        ? sometimes(fc.constantFrom('', 'perpetual'), fc.constant('subscription'), 9)
        : sometimes(fc.constantFrom('', 'perpetual'), fc.constant('subscription')),
    modules: fc
      .uniqueArray(fc.tuple(sometimes(fc.constantFrom('A', 'ÄÖ', '製', ...skus), anyText), amount), {
        selector: ([sku]) => sku,
        minLength: flat.length > 0 ? 0 : 1,
        maxLength: 4,
      })
      .map((some) => some.map((each) => each.join('=')).join(';')),
    purchasedOn: from === 'purchasedOn' ? sometimes(date, fc.constant('')) : maybe(date),
    activatedOn: fact('activatedOn'),
    installedOn: fact('installedOn'),
    initialYears: sometimes(fc.constantFrom('', '1'), fc.constantFrom('5', '100', '0', '1.5'), 20),
    onSiteTraining: maybe(fc.constantFrom('yes', 'no')),
    coverStarts: fc.constant(''),
    coverEnds: perhaps(cover, ''),
    termNumber: maybe(sometimes(fc.constantFrom('1', '2', '7'), fc.constantFrom('1000', '1001', 'x'), 20)),
    registeredOn: maybe(sometimes(fc.constantFrom('2025-12-31', '2025-06-30', '2000-01-01'), oddDay)),
  });
}

const rows: fc.Arbitrary<Rows> = fc
  .tuple(customer, fc.constantFrom(...plans.map(({ id }) => id)).chain(licenceOf))
  .map(([ofCustomer, ofLicence]) => ({ customer: ofCustomer, licence: ofLicence }));

/** An addition to an id, mostly none. */
const idTail = sometimes(fc.constantFrom('', '', '', '_x', '.é', ' b', '/..', '#1', '%2F', '製品'), anyText);

const soundReseller = {
  name: 'Reseller',
  kind: 'reseller',
  email: 'desk@reseller.example',
  billingEmail: '',
  country: 'GB',
  locale: 'en-GB',
  partnerId: '',
  address: '',
  vatId: '',
  taxTreatment: '',
  poNumber: '',
  discountPercent: '',
  accountManager: '',
  eInvoice: '',
  buyerReference: '',
};

const soundLicence = {
  planId: 'netjapan-maintenance',
  product: 'ActiveImage',
  edition: '',
  model: '',
  modules: 'A=1450.50',
  purchasedOn: '2025-03-15',
  activatedOn: '',
  installedOn: '',
  initialYears: '',
  coverEnds: '',
  termNumber: '',
  registeredOn: '',
};

/** So many rows of a book, the same for the same seed. */
export function rowsOfBook(seed: number, count: number): readonly Rows[] {
  const drawn = fc.sample(fc.tuple(rows, idTail, idTail), { seed, numRuns: count });
  return drawn.map(([{ customer: ofCustomer, licence }, ofCustomerId, ofLicenceId], n) => {
    const customerId = n === 0 ? reseller : `C-${n}${ofCustomerId}`;
    // Many buy through the first one: without it they would all be refused.
    const customer = n === 0 ? { ...ofCustomer, ...soundReseller } : ofCustomer;
    return {
      customer: { customerId, ...customer },
      licence: {
        licenceId: `L-${n}${n === 0 ? '' : ofLicenceId}`,
        customerId,
        ...licence,
        ...(n === 0 && soundLicence),
      },
    };
  });
}
