import { expect, it } from 'vitest';
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
