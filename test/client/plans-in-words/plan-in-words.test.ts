import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../../domain/billing/money.ts';
import { civilDate } from '../../../domain/calendar.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { planSchema } from '../../../domain/plan/plan-schema.ts';
import { examplePrices } from '../../../client/plans-in-words/examples.ts';
import { planInWords } from '../../../client/plans-in-words/plan-in-words.ts';
import { plans } from '../../../plans/index.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { publishedValues } from '../../../plans/published.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';

function sentences(plan: Plan): readonly string[] {
  return planInWords(plan).flatMap(({ statements }) => statements.map(({ text }) => text));
}

function sourceOf(plan: Plan, text: RegExp): string | undefined {
  return planInWords(plan)
    .flatMap(({ statements }) => statements)
    .find((statement) => text.test(statement.text))?.source;
}

describe('a plan in words', () => {
  it('says when cover begins and ends, and how it goes on', () => {
    expect(sentences(vtubeLaserSmp)).toEqual(
      expect.arrayContaining([
        'The first term starts on the first day of the month after the day on which the licence is activated.',
        'It lasts one year if on-site training was bought, otherwise 30 days.',
        'A quote is sent when the customer asks for one.',
        'Expiry: 90 days before the end of a term, if the term lasts at least one year.',
      ]),
    );
    expect(sentences(smartNetUserGroup)).toEqual(
      expect.arrayContaining([
        'The renewal is invoiced on 15 January.',
        'Invoices are payable within 3 months. Cover whose invoice is still unpaid then lapses.',
        'Whoever comes back pays all charges since cover was last paid for, through the end of the year.',
      ]),
    );
  });

  it('marks what the vendor does not publish', () => {
    expect(sourceOf(netjapanMaintenance, /^Quotes offer/)).toBe('published');
    expect(sourceOf(netjapanMaintenance, /^Expiry: 60 days/)).toBe('assumed');
    expect(sourceOf(videoSma, /^A year costs/)).toBe('in-part');
    expect(sourceOf(vtubeLaserSmp, /^Expiry: 30 days/)).toBe('published');
    expect(sourceOf(vtubeLaserSmp, /^Final notice/)).toBe('in-part');
  });

  it('reads a sixth plan from its data alone', () => {
    const sixth = planSchema.parse({
      ...netjapanMaintenance,
      id: 'sixth',
      currency: 'JPY',
      taxByCountry: { JP: [{ from: '2019-10-01', percent: 10 }] },
      price: { kind: 'flat', perYear: { Suite: 98_000 }, uplift: { percent: 3, most: 12 } },
      firstTerm: {
        ...netjapanMaintenance.firstTerm,
        starts: 'next-month',
        length: { kind: 'months', months: 36 },
      },
      renewal: {
        mode: 'automatic',
        noticeDays: 1,
        invoicedOn: { month: 4, day: 1 },
        payWithin: { days: 45 },
      },
      catalogue: null,
      reminders: [],
      reinstatement: {
        kind: 'new-term',
        starts: 'where-cover-ended',
        rate: null,
        fees: [{ fromDays: 31, fee: { fixed: 20_000 } }],
        quotedUntilDays: 365,
      },
      support: {
        benefit: 'priority-help',
        otherwise: null,
        response: {
          withinBusinessHours: 1,
          calendar: {
            timeZone: 'Asia/Tokyo',
            days: ['monday', 'wednesday'],
            from: '10:00',
            to: '18:00',
            holidays: [],
          },
        },
        emergency: null,
        hotfixes: null,
        remoteAccess: null,
      },
    });
    expect(sentences(sixth)).toEqual(
      expect.arrayContaining([
        'It lasts 3 years.',
        'Customers cancel at least 1 day before the end of a term; a later cancellation takes effect a term later.',
        'The renewal is invoiced on 1 April.',
        'Invoices are payable within 45 days. Cover whose invoice is still unpaid then lapses.',
        'From 31 days after the end of cover there is a fee of JPY 20000.',
        'It is quoted until 365 days after the end of cover.',
        'No reminders go out.',
        'Suite costs JPY 98000 a year, before tax.',
        'Each further year costs 3\u00a0% more than the one before, up to 12\u00a0% in all.',
        'Tax: 10\u00a0% from 2019-10-01 VAT in JP; none elsewhere.',
        'Business hours are Monday and Wednesday, 10:00 to 18:00, Asia/Tokyo.',
      ]),
    );
    expect(
      planInWords(sixth)
        .flatMap(({ statements }) => statements)
        .every(({ source }) => source === 'assumed'),
    ).toBe(true);
  });

  it('knows no plan by its id', () => {
    const room = new URL('../../../client/plans-in-words/', import.meta.url);
    const code = readdirSync(room)
      .map((file) => readFileSync(new URL(file, room), 'utf8'))
      .join('\n');
    for (const { id } of plans) expect(code).not.toContain(id);
  });
});

describe('example prices', () => {
  const today = civilDate('2026-03-02');
  const totals = (plan: Plan) =>
    examplePrices(plan, today).map(
      ({ what, when, price }) => `${what}, ${when}: ${formatMoney(price.total)}`,
    );

  it('are what the plan charges, with the tax of the vendor’s country', () => {
    expect(totals(smartNetUserGroup)).toEqual([
      'Smart-Net, 1 year: NZD 552.00',
      'Smart-RAS, 1 year: NZD 276.00',
    ]);
    expect(totals(videoSma).slice(0, 6)).toEqual([
      'ProBox, year 1: EUR 542.64',
      'ProBox, year 2: EUR 514.08',
      'ProBox, year 3: EUR 485.52',
      'ProBox, year 4: EUR 456.96',
      'ProBox, year 5: EUR 428.40',
      'ProBox, first year after a lapse: EUR 685.44',
    ]);
    expect(totals(netjapanMaintenance)).toContain('Server, 3 years: GBP 582.55');
  });
});

describe('published values', () => {
  const page = readFileSync(new URL('../../../docs/facts.md', import.meta.url), 'utf8');

  it.each(plans)('of $id are all that docs/facts.md has', ({ id }) => {
    const [, chapter = ''] = page.split(`## \`plans/${id}.ts\``);
    const keys = [...(chapter.split('\n## ')[0] ?? '').matchAll(/^\| (?!fact ).+? \| `(.+?)` \|/gm)].map(
      ([, key = '']) => key,
    );
    const { published = [], inPart = [] } = publishedValues[id] ?? {};
    expect(keys.length).toBeGreaterThan(5);
    expect(
      keys.filter(
        (key) => ![...published, ...inPart].some((known) => known === key || known.startsWith(`${key}.`)),
      ),
    ).toEqual([]);
  });
});
