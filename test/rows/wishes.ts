import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import { money } from '../../domain/billing/money.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import { instantSchema } from '../../domain/time/instant.ts';
import { monthDaySchema } from '../../domain/time/month-day.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Random } from '../../local/weather/random.ts';

const texts = [
  'too dear',
  'a\nb\tc',
  'Rechnung 4711 — „bezahlt“',
  '=HYPERLINK("x")',
  'שלום (1) abc',
  '😀'.repeat(200),
  '<script>&amp;',
  'x'.repeat(500),
] as const;

const amounts = [1, 99, 12_000, 55_200, 10 ** 13, 10 ** 15, Number.MAX_SAFE_INTEGER] as const;

type Ask = (chance: Random, plan: Plan, today: CivilDate) => LicenceCommand;

/** Everything that an operator can ask for, with usual and extreme values. */
const asks: readonly Ask[] = [
  () => ({ activity: 'request-quote' }),
  (chance) => ({
    activity: 'accept-quote',
    years: chance.pick([1, 1, 2, 3, 10 ** 9]),
    po: '4500/1',
    by: 'Zoë 山',
  }),
  () => ({ activity: 'payment' }),
  (chance, { currency }) => ({ activity: 'payment', amount: money(chance.pick(amounts), currency) }),
  (chance, _, today) => ({ activity: 'payment', received: addDays(today, -chance.between(0, 200)) }),
  (chance, { currency }) => ({
    activity: 'payment',
    paymentId: chance.pick(['PAY-1', '#!x']),
    amount: money(chance.pick(amounts), currency),
  }),
  () => ({ activity: 'cancel' }),
  () => ({ activity: 'resume' }),
  () => ({ activity: 'activate' }),
  () => ({ activity: 'install' }),
  () => ({ activity: 'deactivate' }),
  () => ({ activity: 'ask-term' }),
  (chance, _, today) => ({
    activity: 'open-ticket',
    emergency: chance.is(0.5),
    at: instantSchema.parse(`${today}T06:30:00Z`),
    versions: { installed: '1.0', latest: '9'.repeat(40) },
  }),
  (chance) => ({ activity: 'decline-quote', reason: chance.pick(texts) }),
  (chance, { currency }) => ({
    activity: 'refund',
    amount: money(chance.pick(amounts), currency),
    reason: chance.pick(texts),
  }),
  (chance) => ({ activity: 'reverse-payment', paymentId: 'PAY-1', reason: chance.pick(texts) }),
  (chance) => ({ activity: 'credit-invoice', invoice: 'last', reason: chance.pick(texts) }),
  (chance, { currency }) => ({
    activity: 'credit-invoice',
    invoice: 'last',
    net: money(chance.pick(amounts), currency),
    reason: chance.pick(texts),
  }),
  (chance) => ({ activity: 'reissue-invoice', invoice: 'last', reason: chance.pick(texts) }),
  (chance, _, today) => ({
    activity: 'hold',
    until: addDays(today, chance.between(0, 180)),
    reason: chance.pick(texts),
  }),
  () => ({ activity: 'release' }),
  (chance) => ({ activity: 'note', note: chance.pick(texts) }),
  (chance) => ({ activity: 'transfer', to: 'C-0', reason: chance.pick(texts) }),
  (chance) => ({ activity: 'align', to: monthDaySchema.parse(chance.pick(['02-29', '12-31', '06-30'])) }),
  (chance) => ({ activity: 'add-modules', skus: [chance.pick(['CAM-16', 'A', 'x'.repeat(200)])] }),
  (chance) => ({ activity: 'request-change', edition: chance.pick(['ProBox', 'Box', 'x'.repeat(200)]) }),
  () => ({ activity: 'accept-change' }),
  (chance, { currency }) => ({
    activity: 'request-migration',
    hours: chance.pick([0, 0.25, 8, 1e6, 1e15, 1e300]),
    hardware: money(chance.pick(amounts), currency),
  }),
  () => ({ activity: 'leave-announcements' }),
  () => ({ activity: 'stop-mails', by: 'operator', scope: 'licence' }),
  () => ({ activity: 'resume-mails', scope: 'licence' }),
];

/** What brings a licence on: the odd commands mostly meet one that does not fit them. */
const usual: readonly (readonly LicenceCommand[])[] = [
  [{ activity: 'request-quote' }, { activity: 'accept-quote', years: 1, po: '4500-17' }],
  [{ activity: 'payment' }],
  [{ activity: 'activate' }],
  [{ activity: 'install' }],
  [{ activity: 'cancel' }],
];

/** What an operator asks for on a day, one after the other. */
export function wishesOn(chance: Random, plan: Plan, today: CivilDate): readonly LicenceCommand[] {
  if (chance.is(0.5)) return chance.pick(usual);
  return [chance.pick(asks)(chance, plan, today)];
}
