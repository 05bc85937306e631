import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../domain/plan/plan.ts';
import { businessCalendarSchema } from '../../../domain/support/business-hours.ts';
import { instant } from '../../../domain/time/instant.ts';
import { whyNoUpdates } from '../../../domain/updates/updates.ts';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance as plan } from '../../../plans/smartertools-maintenance.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const ticket = { activity: 'open-ticket', at: instant('2026-03-03T17:00:00Z'), emergency: false } as const;
const opened = (play: Play, day = '2026-03-03') =>
  play.does(day, ticket).events.find(({ type }) => type === 'TicketOpened');
const covered = () => new Play(plan, { coverEnds: '2026-12-31' });

describe('a charged ticket (§10.4)', () => {
  const lapsed = (rates: Plan['rates']) => new Play({ ...smartNet, rates }, { coverEnds: '2025-12-31' });

  it('has the plan’s rate, and what it costs an hour where the plan says so', () => {
    expect(opened(lapsed(smartNet.rates), '2026-03-04')).toMatchObject({
      terms: 'charged',
      rate: 'commercial',
      perHour: { amount: 140_00, currency: 'NZD' },
    });
    const commercial = { en: 'commercial rate', de: 'Stundensatz' };
    const open = opened(lapsed({ ...smartNet.rates, commercial }), '2026-03-04');
    expect(open).toMatchObject({ terms: 'charged', rate: 'commercial' });
    expect(open).toHaveProperty('perHour', undefined);
  });
});

it('a plan that says nothing of hotfixes names no fix (§10.7)', () => {
  const play = new Play(smartNet, { coverEnds: '2026-12-31' });
  play.does('2026-03-04', { ...ticket, versions: { installed: '1.0', latest: '1.1' } });
  expect(play.events.at(-1)).toMatchObject({ type: 'TicketOpened', version: '1.0', fix: undefined });
});

describe('emergency support (§10.6)', () => {
  const emergency = { ...ticket, emergency: true };

  it('is invoiced at once for its ticket, payable on the day, and starts nothing', () => {
    const play = covered().does('2026-03-03', emergency);
    expect(play.events.at(-1)).toMatchObject({
      type: 'InvoiceIssued',
      kind: 'support',
      payBy: '2026-03-03',
      price: { lines: [{ basis: 'support', ticketId: 'L-1-T1', net: usd(299_00) }] },
      purpose: { kind: 'support', order: false, ticketId: 'L-1-T1' },
      because: 'emergency support for ticket L-1-T1 was sold; payable at once',
    });
  });

  it('is declined where the plan’s benefit denies it', () => {
    const { support } = plan;
    const denied: Plan = {
      ...plan,
      support: support && {
        ...support,
        emergency: support.emergency && { ...support.emergency, benefit: 'hotfixes' },
      },
    };
    const play = new Play(denied, { coverEnds: '2025-12-31' }).does('2026-03-03', emergency);
    expect(play.journal('2026-03-03')[0]).toBe('2026-03-03 SupportDeclined instead community');
    expect(play.licence.invoices).toEqual([]);
  });

  it('leaves an ordinary ticket of the same plan free', () => {
    expect(opened(covered())).toMatchObject({ terms: 'free' });
  });
});

describe('remote access (§10.8)', () => {
  const at = (activity: 'grant-access' | 'revoke-access' | 'use-access' | 'close-ticket') =>
    ({ activity, ticketId: 'L-1-T1' }) as const;
  const reasons = (play: Play) => play.events.slice(-2).map(({ type, because }) => `${type}: ${because}`);

  it('says who granted it, used it and ended it', () => {
    const play = covered().does('2026-03-03', ticket).does('2026-03-03', at('grant-access'));
    play.does('2026-03-03', at('use-access'));
    expect(reasons(play)).toEqual([
      'RemoteAccessGranted: the customer agreed to it for this ticket',
      'RemoteAccessUsed: the customer granted it for this ticket',
    ]);
    expect(play.licence.tickets[0]?.access).toBe('granted');
    play.does('2026-03-04', at('close-ticket'));
    expect(reasons(play)).toEqual([
      'RemoteAccessEnded: it ends with its ticket',
      'TicketClosed: the ticket was settled',
    ]);
  });

  it('that was revoked ends once, and not again with its ticket', () => {
    const play = covered().does('2026-03-03', ticket).does('2026-03-03', at('grant-access'));
    play.does('2026-03-03', at('revoke-access')).does('2026-03-04', at('close-ticket'));
    expect(reasons(play)).toEqual([
      'RemoteAccessEnded: the customer revoked it',
      'TicketClosed: the ticket was settled',
    ]);
  });
});

describe('announcements (§11.2)', () => {
  const announce = { activity: 'announce-update', product: 'VTube-LASER', version: '2.10' } as const;

  it('do not reach who left the list, and the journal says since when', () => {
    const play = new Play(vtube, { coverEnds: '2026-12-31' }).on('2026-03-01', 'leave-announcements');
    expect(play.events.at(-1)?.because).toBe('the customer wants no news of updates');
    play.does('2026-03-03', announce);
    expect(play.journal('2026-03-03')).toEqual(['2026-03-03 UpdateNotAnnounced 2.10']);
    expect(play.events.at(-1)?.because).toBe('the customer left the announcement list on 2026-03-01');
    expect(play.licence.announcements.versions).toEqual(['2.10']);
    play.on('2026-03-04', 'join-announcements');
    expect(play.events.at(-1)?.because).toBe('the customer had left it on 2026-03-01');
  });

  it('are of the products that the plan announces updates of', () => {
    expect(whyNoUpdates(vtube, 'VTube-LASER')).toBeUndefined();
    expect(whyNoUpdates(vtube, 'VTube-STEP')).toMatch(/no updates of VTube-STEP: only of VTube-LASER/);
    expect(whyNoUpdates(smartNet, 'Smart-Net')).toMatch(/smart-net-user-group announces no updates$/);
  });
});

it('mails that are resumed say since when they were stopped (§13.8)', () => {
  const play = covered().does('2026-03-01', { activity: 'stop-mails', by: 'complaint', scope: 'customer' });
  expect(play.events.at(-1)?.because).toBe('a reader complained of a mail');
  play.does('2026-03-02', { activity: 'resume-mails', scope: 'customer' });
  expect(play.events.at(-1)?.because).toBe('they had been stopped on 2026-03-01');
});

it('business hours begin before they end, at times of the day (§10.5)', () => {
  const calendar = plan.support?.response?.calendar;
  const whyNot = (change: object) =>
    businessCalendarSchema.safeParse({ ...calendar, ...change }).error?.issues[0]?.message;
  expect(whyNot({})).toBeUndefined();
  expect(whyNot({ from: '17:00' })).toBe('expected `from` to be before `to`');
  for (const to of ['24:00', '17:60', '117:00', '17:000', '7:00'])
    expect(whyNot({ to })).toBe('expected a time of the day such as 09:00');
});
