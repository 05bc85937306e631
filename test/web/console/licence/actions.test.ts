import { describe, expect, test } from 'vitest';
import { licenceCommandSchema, type LicenceCommand } from '../../../../contracts/operator/commands.ts';
import { civilDate } from '../../../../domain/calendar.ts';
import { smartNetUserGroup } from '../../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../../plans/smartertools-maintenance.ts';
import { netjapanMaintenance } from '../../../../plans/netjapan-maintenance.ts';
import { videoSma } from '../../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../../plans/vtube-laser-smp.ts';
import type { About } from '../../../../web/console/licence/actions/action.ts';
import { allActions, actionNamed } from '../../../../web/console/licence/actions/all-actions.ts';
import { applicableTo } from '../../../../web/console/licence/actions/applicability.ts';
import { type Given, readForm } from '../../../../web/console/licence/actions/read-form.ts';
import { instant } from '../../../../domain/time/instant.ts';
import { Play } from '../../../support/application/play.ts';

type Activity = LicenceCommand['activity'];

/** What the operator function takes. */
const activities = licenceCommandSchema.def.options.flatMap(({ shape }) => shape.activity.def.values);

function aboutPlay({ plan, licence, events, today }: Play): About {
  const numbers = new Map<string, string>();
  return {
    plan,
    licence,
    journal: events,
    today,
    now: `${today}T18:00:00Z`,
    numbers,
    versions: ['16.1', '16.2'],
  };
}

const noon = (day: string) => instant(`${day}T18:00:00Z`);
const us = { country: 'US' } as const;
const member = { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' };

/** Licences in the states that make each action apply. */
const plays: Readonly<Record<string, () => Play>> = {
  'an unpaid invoice': () => new Play(smartNetUserGroup, member).until('2026-02-20'),
  'a hold': () =>
    new Play(smartNetUserGroup, member).does('2026-02-20', {
      activity: 'hold',
      until: civilDate('2026-03-20'),
      reason: 'promised',
    }),
  'a payment in part': () => new Play(smartNetUserGroup, member).on('2026-02-20', 'payment', 100_00),
  'an open quote': () =>
    new Play(netjapanMaintenance, { coverEnds: '2026-12-31' }).on('2026-03-01', 'request-quote'),
  'a cancelled renewal': () => new Play(videoSma, { coverEnds: '2026-12-31' }).on('2026-03-01', 'cancel'),
  'an open quote for a change': () =>
    new Play(videoSma, { coverEnds: '2026-12-31' }).does('2026-03-01', {
      activity: 'request-change',
      edition: 'Enterprise',
    }),
  'no first term yet': () => new Play(smartNetUserGroup),
  'no activation yet': () => new Play(vtubeLaserSmp),
  'a subscription': () => new Play(netjapanMaintenance, { model: 'subscription' }),
  'an open ticket': () =>
    new Play(smartertoolsMaintenance, { ...us, coverEnds: '2026-12-31' }).does('2026-03-02', {
      activity: 'open-ticket',
      emergency: false,
      at: noon('2026-03-02'),
    }),
  'an open ticket with remote access': () =>
    new Play(smartertoolsMaintenance, { ...us, coverEnds: '2026-12-31' })
      .does('2026-03-02', { activity: 'open-ticket', emergency: false, at: noon('2026-03-02') })
      .does('2026-03-02', { activity: 'grant-access', ticketId: 'L-1-T1' }),
  'no announcements': () => new Play(vtubeLaserSmp).does('2026-03-02', { activity: 'leave-announcements' }),
  'stopped mails': () =>
    new Play(videoSma, { coverEnds: '2026-12-31' }).does('2026-03-02', {
      activity: 'stop-mails',
      by: 'operator',
      scope: 'licence',
    }),
};

const applicableIn = (play: Play) =>
  applicableTo(aboutPlay(play)).flatMap(({ activity, whyNot }) => (whyNot === undefined ? [activity] : []));

test('every activity that the operator function takes has an action', () => {
  expect(allActions.map(([activity]) => activity).toSorted()).toEqual(activities.toSorted());
});

test('every action is offered to some licence', () => {
  const offered = new Set(Object.values(plays).flatMap((play) => applicableIn(play())));
  expect(activities.filter((activity) => !offered.has(activity))).toEqual([]);
});

test('what does not apply says why, in the words of the rules', () => {
  const why = new Map(
    applicableTo(aboutPlay(new Play(smartNetUserGroup, member).until('2026-04-20'))).map((each) => [
      each.activity,
      each.whyNot,
    ]),
  );
  expect(why.get('request-quote')).toBeUndefined();
  expect(why.get('deactivate')).toMatch(/subscription/);
  expect(why.get('close-ticket')).toBe('no ticket is open');
  expect(why.get('release')).toMatch(/hold/);
});

test('nothing is offered for a licence that was removed', () => {
  const play = new Play(netjapanMaintenance, { coverEnds: '2026-12-31' }).does('2026-01-02', {
    activity: 'remove',
    reason: 'twice',
  });
  expect(applicableIn(play)).toEqual([]);
});

/** A form of each action that asks something, filled in, and the state that offers it. */
const forms: { readonly [Each in Activity]?: readonly [state: keyof typeof plays, given: Given] } = {
  payment: ['an unpaid invoice', { amount: ['552.00'], received: ['2026-02-20'], paymentId: ['PAY-1'] }],
  'reverse-payment': ['a payment in part', { paymentId: ['L-1-P1'], reason: ['returned'] }],
  'credit-invoice': ['an unpaid invoice', { invoice: ['L-1-I1'], net: ['10.00'], reason: ['agreed'] }],
  'reissue-invoice': ['an unpaid invoice', { invoice: ['L-1-I1'], reason: ['moved'] }],
  refund: ['a payment in part', { amount: ['10.00'], reason: ['too much'] }],
  hold: ['an unpaid invoice', { until: ['2026-03-20'], reason: ['promised'] }],
  'accept-quote': ['an open quote', { years: ['2'], po: ['4500'], by: ['Jane'] }],
  'decline-quote': ['an open quote', { reason: ['not used'] }],
  'request-change': ['a cancelled renewal', { edition: ['Enterprise'] }],
  'request-migration': ['an unpaid invoice', { hours: ['6.5'], hardware: ['1200.00'] }],
  'add-modules': ['stopped mails', { skus: ['CAM-16', 'POS'] }],
  align: ['a cancelled renewal', { to: ['06-30'] }],
  'open-ticket': ['an open ticket', { emergency: ['yes'], installed: ['16.1'] }],
  'close-ticket': ['an open ticket', { ticketId: ['L-1-T1'] }],
  'grant-access': ['an open ticket', { ticketId: ['L-1-T1'] }],
  'revoke-access': ['an open ticket with remote access', { ticketId: ['L-1-T1'] }],
  'use-access': ['an open ticket with remote access', { ticketId: ['L-1-T1'] }],
  'request-password': ['no announcements', { version: ['16.2'] }],
  'stop-mails': ['a subscription', { scope: ['customer'] }],
  'resume-mails': ['stopped mails', { scope: ['licence'] }],
  note: ['a subscription', { note: ['asks for post\r\nand coffee'] }],
  correct: [
    'a subscription',
    {
      product: ['Suite'],
      edition: ['Pro'],
      modules: ['M=99.00'],
      initialYears: ['1'],
      termNumber: ['2'],
      reason: ['typo'],
    },
  ],
  transfer: ['a subscription', { to: ['C-2'], reason: ['sold'] }],
  remove: ['a subscription', { reason: ['twice'] }],
};

function read(activity: Activity, state: keyof typeof plays, given: Given) {
  const [, action] = actionNamed(activity) ?? [];
  const play = plays[state]?.();
  if (action === undefined || play === undefined) throw new Error(`no ${activity} or no ${state}`);
  return readForm(activity, action, aboutPlay(play), given);
}

describe('the form of an action', () => {
  test.each(allActions)('%s gives a command of its activity', (activity, action) => {
    const [state, given] = forms[activity] ?? ['a subscription', {}];
    // An action that asks something needs an example above.
    expect(action.fields === undefined).toBe(forms[activity] === undefined);
    expect(read(activity, state, given)).toMatchObject({ ok: true, command: { activity } });
  });

  test('a correction has only what differs', () => {
    const facts = {
      product: ['Suite'],
      edition: ['Pro'],
      model: ['perpetual'],
      initialYears: ['1'],
      termNumber: ['1'],
    };
    const play = new Play(netjapanMaintenance, { coverEnds: '2026-12-31' });
    const [, action] = actionNamed('correct') ?? [];
    if (action === undefined) throw new Error('no action');
    const given = { ...facts, modules: ['M=1000.00'], coverEnds: [''], reason: ['typo'] };
    expect(readForm('correct', action, aboutPlay(play), given)).toEqual({
      ok: true,
      command: { activity: 'correct', facts: { edition: 'Pro', coverEnds: null }, reason: 'typo' },
    });
  });

  test.each([
    [
      'payment',
      'an unpaid invoice',
      { amount: ['much'] },
      'amount',
      'Enter an amount in NZD such as 200.00.',
    ],
    ['hold', 'an unpaid invoice', { until: ['2026-03-20'] }, 'reason', 'Enter reason.'],
    ['hold', 'an unpaid invoice', { until: ['soon'], reason: ['x'] }, 'until', expect.stringMatching(/./)],
    ['align', 'a cancelled renewal', { to: ['31-12'] }, 'to', 'Expected a day of the year such as 06-30.'],
    [
      'correct',
      'a subscription',
      { modules: ['M'], initialYears: ['1'], termNumber: ['1'], reason: ['x'] },
      'modules',
      'M: enter SKU=price, such as POS=399.95, in GBP.',
    ],
    ['request-change', 'a subscription', {}, 'edition', 'Choose one.'],
    ['add-modules', 'stopped mails', {}, 'skus', 'Choose at least one.'],
  ] as const)('%s of %s says at its field what is wrong', (activity, state, given, field, mistake) => {
    expect(read(activity, state, given)).toEqual({ ok: false, mistakes: { [field]: mistake as string } });
  });
});
