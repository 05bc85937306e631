import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { civilDate } from '../../../domain/calendar.ts';
import type { CorrectedFacts } from '../../../domain/corrections/correctable.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const correct = (facts: object) =>
  ({ activity: 'correct', facts: facts as CorrectedFacts, reason: 'mistyped' }) as const;
const modules = (prices: Readonly<Record<string, number>>) =>
  Object.entries(prices).map(([sku, price]) => ({ sku, listPrice: money(price, 'EUR') }));
const typesFrom = (play: Play, day: string) =>
  play.journal(day).map((line) => line.split(' ').slice(1, 3).join(' '));

describe('a correction names what was wrong as a book writes it (docs/rules.md §17.1)', () => {
  it('modules with their prices, and facts that are emptied', () => {
    const play = new Play(videoSma, {
      coverEnds: '2026-12-31',
      purchasedOn: '2025-01-01',
      modules: { A: 1_50, B: 2_00 },
    });
    play.does(
      '2026-01-10',
      correct({ modules: modules({ A: 1_60, B: 2_00 }), purchasedOn: null, edition: undefined }),
    );
    expect(play.events.at(-1)).toMatchObject({
      changes: [
        { field: 'modules', from: 'A=1.50;B=2.00', to: 'A=1.60;B=2.00' },
        { field: 'purchasedOn', from: '2025-01-01', to: '' },
      ],
      because: 'mistyped: modules, purchasedOn',
    });
    expect(play.licence.facts.edition).toBe('');
  });

  it('training by yes and no', () => {
    const play = new Play(vtubeLaserSmp, { activatedOn: '2026-01-12', registeredOn: '2026-01-12' });
    play.does('2026-01-12', correct({ onSiteTraining: true }));
    const corrected = play.events.find((event) => event.type === 'LicenceCorrected');
    expect(corrected?.changes).toEqual([{ field: 'onSiteTraining', from: 'no', to: 'yes' }]);
  });
});

describe('the term starts anew', () => {
  it('if one of several facts is one that it follows from', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' });
    play.does('2026-01-10', correct({ product: 'Mail', purchasedOn: '2025-06-30' }));
    expect(typesFrom(play, '2026-01-10')).toEqual(['LicenceCorrected product', 'TermStarted initial']);
  });

  it('by the years that were bought', () => {
    const play = new Play(netjapanMaintenance, { purchasedOn: '2025-03-01' });
    play.does('2026-01-01', correct({ initialYears: 3 }));
    expect(play.journal('2026-01-01').at(-1)).toBe('2026-01-01 TermStarted initial 2025-03-01..2028-02-29');
  });

  it('and a cancellation is recorded again for its end', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' }).on('2026-01-05', 'cancel');
    play.does('2026-01-10', correct({ purchasedOn: '2025-03-31' }));
    expect(play.journal('2026-01-05')).toEqual([
      '2026-01-05 RenewalCancelled to 2026-05-30',
      '2026-01-10 LicenceCorrected purchasedOn 2025-05-31>2025-03-31',
      '2026-01-10 TermStarted initial 2025-03-31..2026-03-30',
      '2026-01-10 RenewalCancelled to 2026-03-30',
    ]);
    play.does('2026-01-11', correct({ purchasedOn: '2024-03-31' }));
    expect(play.journal('2026-01-11').at(-1)).toBe('2026-01-11 MaintenanceLapsed not-renewed');
    play.does('2026-01-12', correct({ purchasedOn: '2025-04-30' }));
    expect(play.journal('2026-01-12').at(-1)).toBe('2026-01-12 RenewalCancelled to 2026-04-29');
  });

  it('and a cancellation that was taken back is not', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' }).on('2026-01-05', 'cancel');
    play.on('2026-01-06', 'resume').does('2026-01-10', correct({ purchasedOn: '2024-03-31' }));
    play.does('2026-01-11', correct({ purchasedOn: '2025-04-30' }));
    expect(play.journal('2026-01-11').at(-1)).toBe('2026-01-11 TermStarted initial 2025-04-30..2026-04-29');
  });

  it('and a cancellation that a paid order has undone is not, once that order is credited', () => {
    const play = new Play(netjapanMaintenance, { purchasedOn: '2025-02-01' }).on('2026-01-03', 'cancel');
    play.on('2026-01-05', 'accept-quote', 1).on('2026-01-06', 'payment');
    play.does('2026-01-08', { activity: 'credit-invoice', invoice: 'last', reason: 'wrong day' });
    play.does('2026-01-09', correct({ purchasedOn: '2025-02-15' }));
    expect(play.journal('2026-01-09').at(-1)).toBe('2026-01-09 TermStarted initial 2025-02-15..2026-02-14');
  });

  it('but not where it would leave an open order without a term to follow', () => {
    const ordered = () =>
      new Play(netjapanMaintenance, { purchasedOn: '2025-02-01' }).on('2026-01-05', 'accept-quote', 1);
    const over = ordered().does('2026-01-06', correct({ purchasedOn: '2024-02-01' }));
    const subscription = ordered().does('2026-01-06', correct({ model: 'subscription' }));
    for (const play of [over, subscription]) {
      expect(play.events.at(-1)).toMatchObject({ type: 'ActivityRejected', activity: 'correct' });
      expect(play.events.at(-1)?.because).toContain('order L-1-I1 is open');
    }
    expect(over.on('2026-01-07', 'payment').licence.standing).toMatchObject({ term: { ends: '2027-01-31' } });
  });

  it('and a quote that waits meanwhile cannot be accepted without a term', () => {
    const play = new Play(netjapanMaintenance, { purchasedOn: '2025-02-01' }).until('2026-01-05');
    play.does('2026-01-06', correct({ model: 'subscription' })).on('2026-01-07', 'accept-quote', 1);
    expect(play.journal('2026-01-07')).toEqual(['2026-01-07 ActivityRejected accept-quote']);
    expect(play.events.at(-1)?.because).toBe('a subscribed licence has nothing to renew');
  });

  it('and a cancellation stands while the day that the term counts from is not known', () => {
    const play = new Play(netjapanMaintenance, { purchasedOn: '2025-07-01' }).on('2026-01-05', 'cancel');
    play.does('2026-01-10', correct({ model: 'subscription' }));
    play.does('2026-01-11', correct({ model: 'perpetual' }));
    expect(play.journal('2026-01-11').at(-1)).toBe('2026-01-11 RenewalCancelled to 2026-06-30');
  });

  it('and a cancellation that it lapsed by is recorded again too', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' }).on('2026-01-05', 'cancel');
    play.until('2026-06-10').does('2026-06-10', correct({ purchasedOn: '2025-09-30' }));
    expect(play.journal('2026-05-31')).toEqual([
      '2026-05-31 MaintenanceLapsed cancelled',
      '2026-06-10 LicenceCorrected purchasedOn 2025-05-31>2025-09-30',
      '2026-06-10 TermStarted initial 2025-09-30..2026-09-29',
      '2026-06-10 RenewalCancelled to 2026-09-29',
    ]);
  });

  it('of a licence that turns out to be no subscription', () => {
    const play = new Play(netjapanMaintenance, { model: 'subscription', purchasedOn: '2025-07-01' });
    play.does('2026-01-10', correct({ model: 'perpetual' }));
    expect(play.licence.standing).toMatchObject({ status: 'active', term: { ends: '2026-06-30' } });
  });

  it('and what is not yet charged of the old one is dropped, like a quote to reinstate it', () => {
    const charged = new Play(smartNetUserGroup, { installedOn: '2026-02-10', registeredOn: '2026-01-10' });
    charged.does('2026-01-12', correct({ installedOn: '2026-02-20' }));
    expect(charged.licence.charges).toMatchObject([{ from: '2026-02-20' }]);
    const lapsed = new Play(smartertoolsMaintenance, { purchasedOn: '2024-05-31' }).on(
      '2026-01-05',
      'request-quote',
    );
    lapsed.does('2026-01-10', correct({ purchasedOn: '2025-05-31' }));
    expect(lapsed.licence.quote).toBeUndefined();
  });

  it('and a quote to renew it stays open', () => {
    const play = new Play(netjapanMaintenance, { purchasedOn: '2025-03-01' }).until('2026-01-05');
    play.does('2026-01-10', correct({ purchasedOn: '2025-03-05' }));
    expect(play.licence.quote).toMatchObject({ quoteId: 'L-1-Q1', kind: 'renewal' });
  });
});

describe('the term stays', () => {
  it('where cover was registered and the purchase is corrected', () => {
    const play = new Play(smartertoolsMaintenance, { coverEnds: '2026-05-30', purchasedOn: '2025-05-31' });
    play.does('2026-01-10', correct({ purchasedOn: '2025-04-30' }));
    expect(typesFrom(play, '2026-01-10')).toEqual(['LicenceCorrected purchasedOn']);
  });

  it('after a reinstatement', () => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-02-01' })
      .on('2026-03-01', 'request-quote')
      .on('2026-03-02', 'accept-quote', 1)
      .on('2026-03-03', 'payment')
      .does('2026-03-10', correct({ purchasedOn: '2025-02-02' }));
    expect(typesFrom(play, '2026-03-10')).toEqual(['LicenceCorrected purchasedOn']);
    expect(play.licence.standing).toMatchObject({ term: { starts: '2026-03-03' } });
  });

  it('in a calendar year after the first, but not in the first', () => {
    const later = new Play(smartNetUserGroup, { coverEnds: '2026-12-31' })
      .until('2027-01-01')
      .does('2027-01-05', correct({ coverStarts: '2026-02-01' }));
    expect(typesFrom(later, '2027-01-05')).toEqual(['LicenceCorrected coverStarts']);
    const first = new Play(smartNetUserGroup, { coverEnds: '2026-12-31' });
    first.does('2026-02-05', correct({ coverStarts: '2026-02-01' }));
    expect(typesFrom(first, '2026-02-05')).toEqual(['LicenceCorrected coverStarts', 'TermStarted initial']);
    const lapsed = new Play(smartNetUserGroup, { coverEnds: '2024-12-31' });
    lapsed.does('2026-02-05', correct({ coverEnds: '2026-12-31' }));
    expect(typesFrom(lapsed, '2026-02-05')).toEqual(['LicenceCorrected coverEnds', 'TermStarted initial']);
  });

  it('over, where an operator has ended the subscription', () => {
    const play = new Play(netjapanMaintenance, { model: 'subscription', purchasedOn: '2025-07-01' });
    play
      .on('2026-01-05', 'deactivate')
      .does('2026-01-10', correct({ purchasedOn: '2025-08-01', model: 'perpetual' }));
    expect(play.licence.standing).toEqual({ status: 'deactivated', deactivatedOn: '2026-01-05' });
  });
});

describe('corrected modules', () => {
  const started = () => new Play(videoSma, { coverEnds: '2026-02-28', list: 1000_00 }).until('2026-02-28');

  it('are charged at their corrected price, also where the term has started and is not invoiced', () => {
    const play = started()
      .does('2026-03-01', correct({ modules: modules({ M: 2000_00 }) }))
      .until('2026-03-01');
    expect(play.journal('2026-03-01').at(-1)).toBe('2026-03-01 InvoiceIssued renewal 36000 by 2026-06-01');
  });

  it('leave a charge by a flat price as it is', () => {
    const play = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' }).until(
      '2026-01-02',
    );
    const before = play.licence.charges;
    play.does('2026-01-03', correct({ edition: 'B' }));
    expect(play.licence.charges).toEqual(before);
    expect(play.licence.charges[0]?.list).toBeUndefined();
  });

  it('correct the price of the initial installation, which never falls below nothing', () => {
    const play = started();
    const initial = () => play.licence.initialInstallation.amount;
    play.does('2026-03-01', correct({ modules: modules({ M: 1500_00 }) }));
    expect(initial()).toBe(1500_00);
    play.does('2026-03-01', { activity: 'add-modules', skus: ['CAM-16'] }).on('2026-03-01', 'payment');
    const added = play.licence.facts.modules.length;
    expect({ added, initial: initial() }).toEqual({ added: 2, initial: 1500_00 });
    play.does('2026-03-02', correct({ modules: modules({ M: 1_00 }) }));
    expect(initial()).toBe(0);
    // It counts as credited from then on.
    play.does('2026-03-03', correct({ modules: modules({ M: 5_00 }) }));
    expect(initial()).toBe(0);
  });

  it('of a licence that had none are its initial installation', () => {
    const play = new Play(netjapanMaintenance, { model: 'subscription', modules: {} });
    const listPrice = money(7_00, 'GBP');
    play.does('2026-01-02', correct({ modules: [{ sku: 'M', listPrice }] }));
    expect(play.licence.initialInstallation).toEqual(listPrice);
  });
});

describe('a licence can be removed (docs/rules.md §17.2)', () => {
  const remove = { activity: 'remove', reason: 'registered twice' } as const;

  it('where its cover was over before it entered the book, but not where it lapsed since', () => {
    const before = new Play(smartertoolsMaintenance, { purchasedOn: '2024-05-31' }).does(
      '2026-01-02',
      remove,
    );
    expect(before.licence.standing).toEqual({ status: 'removed', removedOn: '2026-01-02' });
    const since = new Play({ ...vtubeLaserSmp, reminders: [] }, { coverEnds: '2026-01-02' }).until(
      '2026-01-03',
    );
    expect(since.journal('2026-01-02')).toEqual(['2026-01-03 MaintenanceLapsed not-renewed']);
    expect(since.does('2026-01-04', remove).journal('2026-01-04')).toEqual([
      '2026-01-04 ActivityRejected remove',
    ]);
  });

  it.each([
    ['a correction', correct({ product: 'Mail' })],
    [
      'a change of its customer',
      { activity: 'change-customer', customerKind: 'msp', country: 'DE' } as const,
    ],
    ['an alignment', { activity: 'align', to: '09-30' } as const],
    ['a note', { activity: 'note', note: 'registered twice' } as const],
    ['a hold', { activity: 'hold', until: civilDate('2026-01-31'), reason: 'asked' } as const],
    ['a rejection', { activity: 'resume' } as const],
  ])('after %s, of which nobody is mailed', (_, command) => {
    const play = new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31' }).does('2026-01-02', command);
    expect(play.events).toHaveLength(3);
    expect(play.does('2026-01-03', remove).licence.standing.status).toBe('removed');
  });

  it('but not once a term has started by itself, even if nothing is invoiced yet', () => {
    const play = new Play({ ...videoSma, reminders: [] }, { coverEnds: '2026-02-28' }).until('2026-02-28');
    expect(play.does('2026-03-01', remove).journal('2026-03-01')).toEqual([
      '2026-03-01 ActivityRejected remove',
    ]);
  });

  it('and then nothing of it is charged', () => {
    const play = new Play(smartNetUserGroup, { installedOn: '2026-02-10', registeredOn: '2026-01-10' });
    expect(play.does('2026-01-12', remove).licence.charges).toEqual([]);
  });
});

it('a subscription that has ended can be removed, if nothing was mailed', () => {
  const play = new Play(netjapanMaintenance, { model: 'subscription' }).on('2026-01-02', 'deactivate');
  play.does('2026-01-03', { activity: 'remove', reason: 'registered twice' });
  expect(play.licence.standing.status).toBe('removed');
});

describe('the invoices that keep a term from starting anew', () => {
  const correction = correct({ coverStarts: '2025-03-02' });
  /** Invoiced on 1 March 2026 and 2027. */
  const twice = () =>
    new Play(videoSma, { coverEnds: '2026-02-28' })
      .on('2026-03-02', 'payment')
      .until('2027-03-01')
      .on('2027-03-02', 'payment');
  const credit = (invoice: string, net?: number) => {
    const given = net === undefined ? undefined : money(net, 'EUR');
    return { activity: 'credit-invoice', invoice, net: given, reason: 'agreed' } as const;
  };

  it('are all of them, until each is credited in full', () => {
    const play = twice().does('2027-03-03', credit('L-1-I1')).does('2027-03-03', correction);
    expect(play.events.at(-1)?.because).toContain('invoice L-1-I2 was issued for a term');
    play.does('2027-03-03', credit('L-1-I2', 1_00)).does('2027-03-03', correction);
    expect(play.events.at(-1)?.because).toContain('invoice L-1-I2 was issued for a term');
    play.does('2027-03-03', credit('L-1-I2')).does('2027-03-03', correction);
    expect(play.events.some(({ type }) => type === 'LicenceCorrected')).toBe(true);
  });

  const ordered = () =>
    new Play(netjapanMaintenance, { country: 'GB', purchasedOn: '2025-02-01' }).on(
      '2026-01-05',
      'accept-quote',
      1,
    );

  it('are also those that take the place of a paid order', () => {
    const play = ordered().on('2026-01-06', 'payment');
    play.does('2026-01-07', { activity: 'reissue-invoice', invoice: 'last', reason: 'another address' });
    play.does('2026-01-08', correct({ purchasedOn: '2025-02-15' }));
    expect(play.events.at(-1)?.because).toContain('invoice L-1-I2 was issued for a term');
  });

  it('are none of which a part was credited before it was paid, and the rest since', () => {
    const play = ordered().does('2026-01-06', { ...credit('last'), net: money(50_00, 'GBP') });
    play.on('2026-01-07', 'payment').does('2026-01-08', credit('last'));
    play.does('2026-01-09', correct({ purchasedOn: '2025-02-15' }));
    expect(play.journal('2026-01-09').at(-1)).toBe('2026-01-09 TermStarted initial 2025-02-15..2026-02-14');
  });
});

describe('a transfer', () => {
  it('lets the new customer have the mails and announcements that the old one had stopped', () => {
    const play = new Play(vtubeLaserSmp, { coverEnds: '2026-12-31' }).on('2026-01-02', 'leave-announcements');
    const { versions } = play.licence.announcements;
    expect(play.licence.announcements.leftOn).toBe('2026-01-02');
    const terms = { country: 'DE', customerKind: 'end-user' } as const;
    play.does('2026-01-03', { activity: 'transfer', to: 'C-2', terms, reason: 'sold' });
    expect(play.licence.announcements).toEqual({ versions });
    expect(play.licence.correspondence).toEqual({});
  });
});
