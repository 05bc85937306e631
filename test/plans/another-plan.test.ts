import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** What synthesises, decides and is checked; not the fonts, books and results of samples. */
const copied = [
  ...['adapters', 'app', 'cli', 'client', 'contracts', 'docs', 'domain', 'lambdas', 'lib', 'mail', 'plans'],
  ...['test', 'web', 'wording', 'cdk.json', 'package.json', 'perennial.config.ts', 'tsconfig.json'],
  'vitest.config.ts',
];

const plan = `import type { Plan } from '../domain/plan/plan.ts';
import { videoSma } from './video-sma.ts';

export const teaClub: Plan = {
  ...videoSma,
  id: 'tea-club',
  name: 'Tea Club',
  numbers: { quote: 'TEA-Q', invoice: 'TEA', creditNote: 'TEA-C' },
  documentsKeptYears: 7,
  timeZone: 'Asia/Tokyo',
  currency: 'JPY',
  taxByCountry: { JP: 10 },
  price: { kind: 'flat', perYear: { Club: 12_000 } },
  firstTerm: {
    from: 'purchasedOn',
    starts: 'that-day',
    length: { kind: 'months', months: 1 },
    charge: 'invoiced',
  },
  term: { kind: 'months', months: 1 },
  reinstatement: { kind: 'new-term', starts: 'payment-day', rate: null },
  reminders: [],
  catalogue: null,
  migration: null,
  oldContracts: null,
  updates: null,
};
`;

/** Plays a licence of the plan, and synthesises what runs it. */
const script = `
import { Template } from 'aws-cdk-lib/assertions';
import { planById } from './plans/index.ts';
import { synthesised } from './test/support/lib/synthesis.ts';
import { Play } from './test/support/application/play.ts';

const play = new Play(planById('tea-club'), { country: 'JP', registeredOn: '2026-01-31', purchasedOn: '2026-01-31' });
const { renewals, operations } = synthesised();
const schedules = Object.values(renewals.findResources('AWS::Scheduler::Schedule'));
const alarms = Object.values(operations.findResources('AWS::CloudWatch::Alarm'));
console.log(JSON.stringify({
  events: play.until('2026-05-01').events,
  schedule: schedules.find(({ Properties }) => JSON.stringify(Properties).includes('tea-club')),
  alarms: alarms.filter(({ Properties }) => Properties.AlarmName.includes('tea-club')).length,
}));
`;

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'perennial-plan-'));
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const index = join(copy, 'plans/index.ts');
  const text = readFileSync(index, 'utf8');
  writeFileSync(
    index,
    `import { teaClub } from './tea-club.ts';\n${text.replace('  videoSma,\n', '  videoSma, teaClub,\n')}`,
  );
  writeFileSync(join(copy, 'plans/tea-club.ts'), plan);
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function run(...words: readonly string[]): string {
  return execFileSync(process.execPath, words, { cwd: copy, encoding: 'utf8' });
}

interface Found {
  readonly events: readonly { type: string; starts?: string; ends?: string; total?: object }[];
  readonly schedule?: { Properties: { ScheduleExpressionTimezone: string } };
  readonly alarms: number;
}

test('one more plan is a file and its entry in plans/index.ts: it runs, is deployed and is watched', () => {
  writeFileSync(join(copy, 'another-plan.ts'), script);
  const { events, schedule, alarms } = JSON.parse(run('another-plan.ts')) as Found;
  const terms = events.filter(({ type }) => type === 'TermStarted').map(({ starts, ends }) => [starts, ends]);
  // Months are counted from the first day: a month's end does not drift.
  expect(terms).toEqual([
    ['2026-01-31', '2026-02-27'],
    ['2026-02-28', '2026-03-30'],
    ['2026-03-31', '2026-04-29'],
    ['2026-04-30', '2026-05-30'],
  ]);
  const invoices = events.filter(({ type }) => type === 'InvoiceIssued');
  // A month is a twelfth of the price a year, and tax is 10 %; yen have no minor units.
  // The first month is a whole one as well.
  expect(invoices.map(({ total }) => total)).toEqual(Array(4).fill({ amount: 1_100, currency: 'JPY' }));
  expect(schedule?.Properties.ScheduleExpressionTimezone).toBe('Asia/Tokyo');
  expect(alarms).toBeGreaterThan(0);
}, 300_000);

test('the compiler takes it', () => {
  writeFileSync(
    join(copy, 'tsconfig.plan.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['plans'], compilerOptions: { noEmit: true } }),
  );
  expect(run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.plan.json')).toBe('');
}, 300_000);

test('the checks of plans and docs take it', () => {
  const checks = ['test/plans/names.test.ts', 'test/plans/facts.test.ts', 'test/docs/runbook.test.ts'];
  expect(run('node_modules/vitest/vitest.mjs', 'run', ...checks)).toContain('3 passed');
}, 300_000);
