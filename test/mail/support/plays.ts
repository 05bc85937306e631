import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/play.ts';
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

interface Called {
  readonly play: Play;
  readonly wanted: Wanted;
}

export const aReminder: Called = { play: activeImage().until('2026-01-13'), wanted: { kind: 'reminder' } };

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
  { play: smartNet().on('2026-02-10', 'install'), wanted: { kind: 'activated' } },
  {
    play: videoSystem()
      .on('2026-06-20', 'request-quote')
      .on('2026-06-21', 'accept-quote', 1)
      .on('2026-06-22', 'payment'),
    wanted: { kind: 'reinstated' },
  },
];
