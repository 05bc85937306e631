import { addDays, type CivilDate } from '../../../domain/calendar.ts';
import { money } from '../../../domain/billing/money.ts';
import { monthDaySchema } from '../../../domain/time/month-day.ts';
import { instantSchema } from '../../../domain/time/instant.ts';
import type { Facts } from '../../../domain/licence/licence.ts';
import type { LicenceCommand } from '../../../contracts/operator/commands.ts';
import { planOf } from '../../../plans/plan-of.ts';
import type { Random } from '../../../local/weather/random.ts';
import { busyDay } from './busy-days.ts';

/** Stands for the id of a licence's last payment, which is known on the day. */
export const lastPayment = 'last';

/** Something that a customer wants on a day, whatever its licence is like then; much of it does not fit. */
export interface Wish {
  readonly day: CivilDate;
  readonly licenceId: string;
  /** In words that name no other wish. */
  readonly id: string;
  readonly command: LicenceCommand;
}

const activities = [
  'payment',
  'payment',
  'request-quote',
  'accept-quote',
  'cancel',
  'resume',
  'activate',
  'install',
  'deactivate',
  'stop-mails',
  'resume-mails',
  'ask-term',
  'open-ticket',
  'request-password',
  'leave-announcements',
  'join-announcements',
  'add-modules',
  'accept-change',
  'reverse-payment',
  'credit-invoice',
  'reissue-invoice',
  'refund',
  'hold',
  'release',
  'note',
  'transfer',
  'decline-quote',
  'align',
  'correct',
  'remove',
  'request-change',
  'request-migration',
  'close-ticket',
  'grant-access',
  'use-access',
  'revoke-access',
] as const;

/** Most customers want little, and some much. */
const wishesInYear = [0, 0.5, 1, 2, 4] as const;

/** What a licence's customer wants in the days of a play, out of turn and at random. */
export function wishesOf(random: Random, facts: Facts, days: number): readonly Wish[] {
  const { licenceId, registeredOn } = facts;
  const chance = random.of(`wishes of ${licenceId}`);
  const count = Math.ceil((days / 365) * chance.pick(wishesInYear));
  const wishes = Array.from({ length: count }, (_, index): Wish => {
    const day = busyDay(random, addDays(registeredOn, chance.between(1, days - 1)));
    const activity = chance.pick(activities);
    return {
      day,
      licenceId,
      id: `${licenceId} wants ${activity} (${index})`,
      command: wanted(activity, facts, chance, day),
    };
  });
  return [
    ...wishes,
    ...[
      ...regretted(facts, chance, days),
      ...supplied(facts, chance, days),
      ...promised(facts, chance, days),
    ].map((wish): Wish => ({ ...wish, day: busyDay(random, wish.day) })),
  ];
}

/** Some cancel renewal and think better of it. */
function regretted({ licenceId, registeredOn }: Facts, chance: Random, days: number): readonly Wish[] {
  if (!chance.is(0.3)) return [];
  const day = addDays(registeredOn, chance.between(1, days));
  const id = `${licenceId} thinks better of it`;
  return [
    { day, licenceId, id: `${id}: cancel`, command: { activity: 'cancel' } },
    {
      day: addDays(day, chance.between(1, 30)),
      licenceId,
      id: `${id}: resume`,
      command: { activity: 'resume' },
    },
  ];
}

/** Some promise to pay, and are released from it early. */
function promised({ licenceId, registeredOn }: Facts, chance: Random, days: number): readonly Wish[] {
  if (!chance.is(0.2)) return [];
  const day = addDays(registeredOn, chance.between(1, days));
  const id = `${licenceId} promises to pay`;
  return [
    { day, licenceId, id, command: { activity: 'hold', until: addDays(day, 60), reason: 'promised' } },
    {
      day: addDays(day, chance.between(1, 40)),
      licenceId,
      id: `${id}: released`,
      command: { activity: 'release' },
    },
  ];
}

/** Mostly what a pending licence waits for comes some day. */
function supplied(facts: Facts, chance: Random, days: number): readonly Wish[] {
  const { licenceId, registeredOn, planId, coverEnds } = facts;
  const { from } = planOf(planId).firstTerm;
  if (from === 'purchasedOn' || coverEnds !== undefined || facts[from] !== undefined) return [];
  const activity = from === 'activatedOn' ? 'activate' : 'install';
  const day = addDays(registeredOn, chance.between(0, Math.min(200, days - 1)));
  return [{ day, licenceId, id: `${licenceId} is ready: ${activity}`, command: { activity } }];
}

function wanted(
  activity: (typeof activities)[number],
  { licenceId, planId, initialYears }: Facts,
  chance: Random,
  day: CivilDate,
): LicenceCommand {
  switch (activity) {
    case 'payment':
      return chance.is(0.5)
        ? { activity }
        : { activity, amount: money(chance.between(1, 200_000), planOf(planId).currency) };
    case 'accept-quote':
      return { activity, years: chance.between(1, 3) };
    case 'stop-mails':
      return { activity, by: 'operator', scope: chance.pick(['licence', 'customer']) };
    case 'resume-mails':
      return { activity, scope: chance.pick(['licence', 'customer']) };
    case 'open-ticket':
      return { activity, emergency: chance.is(0.5), at: instantSchema.parse(`${day}T00:00:00Z`) };
    case 'request-password':
      return { activity, version: `1.0.${chance.between(1, 3)}` };
    case 'add-modules':
      return { activity, skus: ['M'] };
    case 'reverse-payment':
      return { activity, paymentId: lastPayment, reason: 'it was charged back' };
    case 'credit-invoice': {
      const net = chance.is(0.5) ? undefined : money(chance.between(1, 10_000), planOf(planId).currency);
      return { activity, invoice: 'last', ...(net && { net }), reason: 'a goodwill gesture' };
    }
    case 'reissue-invoice':
      return { activity, invoice: 'last', reason: 'the address was wrong' };
    case 'refund':
      return {
        activity,
        amount: money(chance.between(1, 20_000), planOf(planId).currency),
        reason: 'overpaid',
      };
    case 'hold':
      return { activity, until: addDays(day, chance.between(0, 180)), reason: 'a promise to pay' };
    case 'note':
      return { activity, note: 'the customer called' };
    case 'transfer':
      return { activity, to: `C-${chance.between(1, 3)}`, reason: 'the business was sold' };
    case 'decline-quote':
      return { activity, reason: 'too dear' };
    case 'align':
      return { activity, to: monthDaySchema.parse(chance.pick(['03-31', '06-30', '12-31'])) };
    case 'correct': {
      const facts = chance.is(0.5)
        ? { coverEnds: addDays(day, chance.between(1, 400)) }
        : { initialYears: (initialYears % 3) + 1 };
      return { activity, facts, reason: 'it was mistyped' };
    }
    case 'remove':
      return { activity, reason: 'it was entered twice' };
    case 'request-change':
      return { activity, edition: chance.pick(['Enterprise', 'Professional', 'Standard', 'SMP']) };
    case 'request-migration': {
      const hardware = money(chance.between(0, 100_000), planOf(planId).currency);
      return { activity, hours: chance.between(0, 10), hardware };
    }
    case 'close-ticket':
    case 'grant-access':
    case 'use-access':
    case 'revoke-access':
      return { activity, ticketId: `${licenceId}-T${chance.between(1, 2)}` };
    case 'release':
    case 'request-quote':
    case 'cancel':
    case 'resume':
    case 'activate':
    case 'install':
    case 'deactivate':
    case 'ask-term':
    case 'leave-announcements':
    case 'join-announcements':
    case 'accept-change':
      return { activity };
  }
}
