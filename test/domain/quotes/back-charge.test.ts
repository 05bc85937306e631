import { expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { smartNetUserGroup as plan } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

/** A year is NZD 480.00: the invoice of December 2026 stays unpaid, that of 2027 is paid by its number; then it lapses. */
function lapsedForDecember(): Play {
  const play = new Play(plan, {
    registeredOn: '2026-11-01',
    installedOn: '2026-11-30',
    country: 'US',
  }).until('2027-01-20');
  const [, second] = play.licence.invoices;
  const amount = second?.price.total;
  play.does('2027-01-25', { activity: 'payment', amount, document: second?.invoiceId });
  return play.until('2027-03-10');
}

it('an invoice that a lapse voided is charged when a licence comes back, where a later one was paid (§6.6)', () => {
  const play = lapsedForDecember();
  expect(play.licence).toMatchObject({ standing: { status: 'lapsed' }, paidThrough: '2027-12-31' });
  play.on('2027-03-15', 'request-quote');
  expect(play.licence.quote?.options).toMatchObject([
    { lines: [{ basis: 'by-days', from: '2026-11-30', to: '2026-12-31', days: 32 }], net: { amount: 42_08 } },
  ]);
});

it('and once more where it comes back later: with the years since', () => {
  const play = lapsedForDecember().on('2028-02-01', 'request-quote');
  const [option] = play.licence.quote?.options ?? [];
  const periods = option?.lines.map((line) => ('from' in line ? `${line.from}..${line.to}` : line.basis));
  expect(periods).toEqual(['2026-11-30..2026-12-31', '2028-01-01..2028-12-31']);
});

it('but no more once it was paid so', () => {
  const play = lapsedForDecember().on('2027-03-15', 'request-quote').on('2027-03-16', 'accept-quote');
  play.on('2027-03-17', 'payment', 42_08).until('2027-03-18');
  expect(play.licence).toMatchObject({ standing: { status: 'active', term: { ends: '2027-12-31' } } });
  expect(play.licence.unpaidBefore).toBeUndefined();
});

it('nor where the money had come in time, and the lapse is reversed', () => {
  const play = lapsedForDecember();
  const amount = { amount: 42_08, currency: 'NZD' } as const;
  play.does('2027-03-20', { activity: 'payment', amount, received: '2027-02-20' as never });
  expect(play.licence).toMatchObject({ standing: { status: 'active' }, invoices: [] });
  expect(play.licence.unpaidBefore).toBeUndefined();
});

const member = () => new Play(plan, { country: 'US', coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
const bounced = (paymentId: string) =>
  ({ activity: 'reverse-payment', paymentId, reason: 'bounced' }) as const;

it('a year that an open invoice charges is not charged once more', () => {
  const play = member().on('2026-01-20', 'payment', 480_00).until('2027-05-01');
  expect(play.journal('2027-04-16').at(-1)).toBe('2027-04-16 MaintenanceLapsed unpaid');
  play.does('2027-05-02', bounced('L-1-P1')).on('2027-05-03', 'request-quote');
  expect(play.licence.invoices).toMatchObject([{ invoiceId: 'L-1-I1' }]);
  expect(play.licence.quote?.options).toMatchObject([
    { lines: [{ from: '2027-01-01', to: '2027-12-31' }], net: { amount: 480_00 } },
  ]);
});

it('there is no quote where everything through the year is paid', () => {
  const play = member().on('2026-01-20', 'payment', 480_00);
  play.does('2026-02-01', { activity: 'request-migration', hours: 2, hardware: money(0, 'NZD') });
  play.on('2026-02-02', 'accept-change').on('2026-02-03', 'payment');
  play.does('2026-02-10', bounced('L-1-P2')).until('2026-04-01').on('2026-04-02', 'request-quote');
  expect(play.journal('2026-04-02')).toEqual(['2026-04-02 ActivityRejected request-quote']);
  expect(play.events.at(-1)?.because).toMatch(/^everything through 2026-12-31 is paid or invoiced/);
});
