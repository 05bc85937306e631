import { describe, expect, it } from 'vitest';
import type { Customer } from '../../domain/customer/customer.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import { instant } from '../../domain/time/instant.ts';
import type { OpenTicket } from '../../domain/support/tickets.ts';
import { smartertoolsMaintenance as plan } from '../../plans/smartertools-maintenance.ts';
import { Play } from '../support/application/play.ts';

const covered = () => new Play(plan, { purchasedOn: '2025-06-20', list: 1399_00 });
const lapsed = () => new Play(plan, { coverEnds: '2025-12-31', list: 1399_00 });

/** A ticket opened at a time on the clock in Phoenix, which is seven hours behind UTC all year. */
function ticket(local: string, more: Partial<OpenTicket> = {}): OpenTicket {
  const at = instant(`${local}:00-07:00`);
  return { activity: 'open-ticket', at, emergency: false, ...more };
}

function opened(play: Play, asked: OpenTicket, day: string): EventOf<'TicketOpened'> {
  const event = play.does(day, asked).events.find((one) => one.type === 'TicketOpened');
  if (event?.type !== 'TicketOpened') throw new Error('no ticket was opened');
  return event;
}

it('gives licences with active maintenance free technical support', () => {
  expect(covered().does('2026-03-03', ticket('2026-03-03T10:00')).journal('2026-03-03')).toEqual([
    '2026-03-03 TicketOpened L-1-T1 free by 2026-03-03T21:00:00Z',
  ]);
});

it('gives as many free tickets as are wanted', () => {
  const play = covered();
  for (let n = 1; n <= 30; n += 1) play.does('2026-03-03', ticket('2026-03-03T10:00'));
  expect(play.licence.tickets.map(({ terms }) => terms)).toEqual(Array(30).fill('free'));
});

it('answers first within four business hours, Monday to Friday, nine to five in Phoenix', () => {
  const friday = ticket('2026-03-06T16:00');
  expect(opened(covered(), friday, '2026-03-06').firstResponseBy).toBe(instant('2026-03-09T12:00:00-07:00'));
  const early = ticket('2026-03-06T05:00');
  expect(opened(covered(), early, '2026-03-06').firstResponseBy).toBe(instant('2026-03-06T13:00:00-07:00'));
});

it('does not count its holidays as business days', () => {
  const eve = ticket('2026-11-25T16:00');
  const play = covered().on('2026-05-22', 'accept-quote').on('2026-05-23', 'payment');
  expect(opened(play, eve, '2026-11-25').firstResponseBy).toBe(instant('2026-11-27T12:00:00-07:00'));
});

describe('without maintenance', () => {
  it('leaves only the user-to-user community, asks to reinstate, and gives the quote', () => {
    expect(lapsed().does('2026-03-03', ticket('2026-03-03T10:00')).journal('2026-03-03')).toEqual([
      '2026-03-03 SupportDeclined instead community',
      '2026-03-03 QuoteIssued reinstatement 1y=41970',
    ]);
  });

  it('sends the quote again that is open', () => {
    const play = lapsed().on('2026-03-01', 'request-quote').does('2026-03-03', ticket('2026-03-03T10:00'));
    expect(play.journal('2026-03-02')).toEqual([
      '2026-03-03 SupportDeclined instead community',
      '2026-03-03 QuoteResent',
    ]);
  });

  it('gives no other quote while an order waits for its payment', () => {
    const play = lapsed().on('2026-03-01', 'request-quote').on('2026-03-02', 'accept-quote');
    expect(play.does('2026-03-03', ticket('2026-03-03T10:00')).journal('2026-03-03')).toEqual([
      '2026-03-03 SupportDeclined instead community',
    ]);
  });

  it.each<Customer['kind']>(['hosted', 'reseller', 'msp'])(
    'gives free support to a %s customer as long as that lasts',
    (customerKind) => {
      const play = new Play(plan, { coverEnds: '2025-12-31', customerKind });
      play.does('2026-03-03', ticket('2026-03-03T10:00'));
      expect(play.journal('2026-03-03')).toEqual([
        '2026-03-03 TicketOpened L-1-T1 free by 2026-03-03T21:00:00Z',
      ]);
      play.does('2026-03-04', { activity: 'change-customer', customerKind: 'end-user', country: 'US' });
      play.does('2026-03-05', ticket('2026-03-05T10:00'));
      expect(play.journal('2026-03-05')[0]).toBe('2026-03-05 SupportDeclined instead community');
    },
  );

  it('declines support from the day after the term on, before the run has lapsed the licence', () => {
    const play = new Play(plan, { coverEnds: '2026-03-02' }).does('2026-03-03', ticket('2026-03-03T10:00'));
    expect(play.journal('2026-03-03')[0]).toBe('2026-03-03 SupportDeclined instead community');
  });
});

describe('emergency support', () => {
  const emergency = { emergency: true };

  it('is sold separately for USD 299.00, is not refundable, and answers within one hour around the clock', () => {
    expect(opened(covered(), ticket('2026-03-07T23:30', emergency), '2026-03-07')).toMatchObject({
      terms: 'emergency',
      price: {
        net: { amount: 299_00, currency: 'USD' },
        taxPercent: 0,
        total: { amount: 299_00, currency: 'USD' },
      },
      refundable: false,
      firstResponseBy: instant('2026-03-08T00:30:00-07:00'),
    });
  });

  it('is invoiced at once, stays owed, and cover does not depend on it', () => {
    const play = covered().does('2026-03-07', ticket('2026-03-07T23:30', emergency)).until('2026-04-30');
    expect(play.journal('2026-03-07')).toEqual([
      '2026-03-07 TicketOpened L-1-T1 emergency by 2026-03-08T07:30:00Z',
      '2026-03-07 InvoiceIssued support 29900 by 2026-03-07',
    ]);
    expect(play.on('2026-05-02', 'payment').journal('2026-05-02')).toEqual([
      '2026-05-02 PaymentRecorded 29900',
      '2026-05-02 InvoicePaid',
    ]);
  });

  it('is sold without maintenance too, which is asked to be reinstated', () => {
    const play = lapsed().does('2026-03-07', ticket('2026-03-07T23:30', emergency));
    expect(play.journal('2026-03-07')).toEqual([
      '2026-03-07 TicketOpened L-1-T1 emergency by 2026-03-08T07:30:00Z',
      '2026-03-07 InvoiceIssued support 29900 by 2026-03-07',
      '2026-03-07 QuoteIssued reinstatement 1y=41970',
    ]);
  });
});

describe('the fix of a fault', () => {
  const fixOf = (play: Play, installed: string) => {
    const versions = { installed, latest: '17.1' };
    return opened(play, ticket('2026-03-03T10:00', { versions }), '2026-03-03').fix;
  };

  it('is a hotfix for the latest version only', () => {
    expect(fixOf(covered(), '17.1')).toBe('hotfix');
  });

  it('is the update where a licence with maintenance has an older version, which gets support all the same', () => {
    expect(fixOf(covered(), '16.3')).toBe('update');
  });

  it('is promised to nobody without maintenance', () => {
    const hosted = new Play(plan, { coverEnds: '2025-12-31', customerKind: 'hosted' });
    expect(fixOf(hosted, '17.1')).toBeUndefined();
  });
});

describe('remote access', () => {
  const about = (activity: 'grant-access' | 'revoke-access' | 'use-access' | 'close-ticket', n = 1) => {
    return { activity, ticketId: `L-1-T${n}` } as const;
  };
  const withTicket = () => covered().does('2026-03-03', ticket('2026-03-03T10:00'));

  it('needs an agreement of its own for each ticket', () => {
    const play = withTicket().does('2026-03-03', ticket('2026-03-03T11:00'));
    play.does('2026-03-04', about('grant-access', 2));
    play.does('2026-03-04', about('use-access', 1)).does('2026-03-04', about('use-access', 2));
    expect(play.journal('2026-03-04')).toEqual([
      '2026-03-04 RemoteAccessGranted L-1-T2',
      '2026-03-04 ActivityRejected use-access',
      '2026-03-04 RemoteAccessUsed L-1-T2',
    ]);
  });

  it('can be revoked by the customer, and granted again', () => {
    const play = withTicket()
      .does('2026-03-04', about('grant-access'))
      .does('2026-03-04', about('revoke-access'));
    play.does('2026-03-05', about('use-access')).does('2026-03-06', about('grant-access'));
    play.does('2026-03-06', about('use-access'));
    expect(play.journal('2026-03-04')).toEqual([
      '2026-03-04 RemoteAccessGranted L-1-T1',
      '2026-03-04 RemoteAccessEnded L-1-T1 by revocation',
      '2026-03-05 ActivityRejected use-access',
      '2026-03-06 RemoteAccessGranted L-1-T1',
      '2026-03-06 RemoteAccessUsed L-1-T1',
    ]);
    expect(play.events.find((event) => event.type === 'ActivityRejected')?.because).toBe(
      'the customer revoked remote access for ticket L-1-T1',
    );
  });

  it('ends when the ticket is closed, and an attempt to use it afterwards is journalled with its reason', () => {
    const play = withTicket()
      .does('2026-03-04', about('grant-access'))
      .does('2026-03-05', about('close-ticket'));
    play.does('2026-03-06', about('use-access'));
    expect(play.journal('2026-03-05')).toEqual([
      '2026-03-05 RemoteAccessEnded L-1-T1 by closing',
      '2026-03-05 TicketClosed L-1-T1',
      '2026-03-06 ActivityRejected use-access',
    ]);
    expect(play.events.at(-1)?.because).toBe('ticket L-1-T1 is closed: no remote access');
    expect(play.licence.tickets).toEqual([]);
  });
});
