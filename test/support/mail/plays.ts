import { money } from '../../../domain/billing/money.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { instant } from '../../../domain/time/instant.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../application/play.ts';
import type { Wanted } from './mails.ts';

/** ActiveImage for 2,349.50 GBP, covered until 14 March 2026, in Great Britain. */
export function activeImage(): Play {
  const facts = { product: 'ActiveImage', edition: 'Server', country: 'GB', list: 2349_50 };
  return new Play(netjapanMaintenance, { ...facts, purchasedOn: '2025-03-15' });
}

/** A video system for 10,000 EUR, covered until 14 March 2026, in Germany; renews by itself. */
export function videoSystem(): Play {
  const facts = { product: 'ProBox', country: 'DE', list: 10_000_00 };
  return new Play(videoSma, { ...facts, purchasedOn: '2025-03-15' });
}

/** Smart-Net in New Zealand, not yet installed. */
export function smartNet(): Play {
  return new Play(smartNetUserGroup, { country: 'NZ' });
}

/** VTube-LASER, bought without training and not yet activated. */
export function vtubeLaser(): Play {
  return new Play(vtubeLaserSmp);
}

/** SmarterMail, covered until 19 June 2026. */
export function smarterMail(): Play {
  return new Play(smartertoolsMaintenance, { product: 'SmarterMail', purchasedOn: '2025-06-20' });
}

/** A member of the Smart-Net user group who has paid until the end of 2025. */
export function member(): Play {
  return new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01', country: 'NZ' });
}

/** VTube-LASER with a plan until a day. */
export function vtubeUntil(coverEnds: string): Play {
  return new Play(vtubeLaserSmp, { coverEnds });
}

export const ticketOn3March = {
  activity: 'open-ticket',
  at: instant('2026-03-03T10:00:00-07:00'),
  emergency: false,
} as const;

export const announced = { activity: 'announce-update', product: 'VTube-LASER', version: '2.10' } as const;
export const passwordAsked = { activity: 'request-password', version: '2.10' } as const;

interface Called {
  readonly play: Play;
  readonly wanted: Wanted;
}

export const aReminder: Called = { play: activeImage().until('2026-01-13'), wanted: { kind: 'reminder' } };

const eur = (amount: number) => money(amount, 'EUR');

/** One mail of each kind. */
export const oneOfEach: readonly Called[] = [
  aReminder,
  { play: activeImage().until('2026-01-13'), wanted: { kind: 'quote' } },
  { play: videoSystem().until('2026-01-13'), wanted: { kind: 'renewal-notice' } },
  { play: videoSystem().until('2026-03-14'), wanted: { kind: 'renewed' } },
  { play: videoSystem().until('2026-03-15'), wanted: { kind: 'invoice' } },
  { play: videoSystem().until('2026-04-14'), wanted: { kind: 'payment-reminder' } },
  { play: videoSystem().until('2026-06-01'), wanted: { kind: 'final-notice' } },
  { play: videoSystem().until('2026-06-16'), wanted: { kind: 'lapse' } },
  { play: videoSystem().on('2026-02-20', 'cancel'), wanted: { kind: 'cancelled' } },
  {
    play: videoSystem().until('2026-01-13').on('2026-01-20', 'cancel').on('2026-01-25', 'resume'),
    wanted: { kind: 'resumed' },
  },
  {
    play: videoSystem().until('2026-03-15').on('2026-04-02', 'payment', 2200_00),
    wanted: { kind: 'receipt' },
  },
  {
    play: videoSystem()
      .until('2026-03-15')
      .on('2026-04-02', 'payment')
      .does('2026-04-10', { activity: 'reverse-payment', paymentId: 'L-1-P1', reason: 'returned' }),
    wanted: { kind: 'payment-reversed' },
  },
  {
    play: videoSystem()
      .until('2026-03-15')
      .does('2026-04-02', {
        activity: 'credit-invoice',
        invoice: 'last',
        net: eur(100_00),
        reason: 'agreed',
      }),
    wanted: { kind: 'credit-note' },
  },
  {
    play: videoSystem()
      .until('2026-03-15')
      .on('2026-04-02', 'payment', 2200_00)
      .does('2026-04-03', { activity: 'refund', amount: eur(50_00), reason: 'paid too much' }),
    wanted: { kind: 'refund' },
  },
  {
    play: videoSystem()
      .until('2026-03-15')
      .does('2026-04-02', { activity: 'hold', until: civilDate('2026-06-30'), reason: 'promised' }),
    wanted: { kind: 'hold' },
  },
  {
    play: videoSystem()
      .until('2026-06-20')
      .does('2026-06-21', { activity: 'payment', amount: eur(2142_00), received: civilDate('2026-06-15') }),
    wanted: { kind: 'lapse-reversed' },
  },
  { play: smartNet().on('2026-02-10', 'install'), wanted: { kind: 'activated' } },
  {
    play: videoSystem().does('2026-02-10', { activity: 'request-change', edition: 'Enterprise' }),
    wanted: { kind: 'change-quote' },
  },
  {
    play: videoSystem()
      .does('2026-02-10', { activity: 'add-modules', skus: ['CAM-16', 'POS'] })
      .on('2026-02-20', 'payment'),
    wanted: { kind: 'changed' },
  },
  {
    play: videoSystem()
      .on('2026-06-20', 'request-quote')
      .on('2026-06-21', 'accept-quote', 1)
      .on('2026-06-22', 'payment'),
    wanted: { kind: 'reinstated' },
  },
  { play: videoSystem().on('2026-01-20', 'ask-term'), wanted: { kind: 'term-statement' } },
  {
    play: smarterMail().does('2026-03-03', { ...ticketOn3March, emergency: true }),
    wanted: { kind: 'ticket' },
  },
  {
    play: new Play(smartertoolsMaintenance, { coverEnds: '2025-12-31' }).does('2026-03-03', ticketOn3March),
    wanted: { kind: 'support-declined' },
  },
  {
    play: smarterMail()
      .does('2026-03-03', ticketOn3March)
      .does('2026-03-04', { activity: 'grant-access', ticketId: 'L-1-T1' }),
    wanted: { kind: 'remote-access' },
  },
  { play: vtubeUntil('2026-12-31').does('2026-03-03', announced), wanted: { kind: 'update-available' } },
  { play: vtubeUntil('2025-12-31').does('2026-03-03', announced), wanted: { kind: 'update-missed' } },
  { play: vtubeUntil('2026-12-31').does('2026-03-03', passwordAsked), wanted: { kind: 'update-password' } },
  { play: vtubeUntil('2025-12-31').does('2026-03-03', passwordAsked), wanted: { kind: 'update-refused' } },
  {
    play: vtubeUntil('2026-12-31').on('2026-03-03', 'leave-announcements'),
    wanted: { kind: 'announcements' },
  },
];
