import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { mailKindsOf } from '../../../mail/kinds/index.ts';
import { mailOf, plain, textOf } from '../../support/mail/mails.ts';
import { member } from '../../support/mail/plays.ts';

const nzd = (amount: number) => money(amount, 'NZD');
const nzl = { locale: 'en-NZ', country: 'NZ' };
const invoiced = () => member().until('2026-01-15');
const credit = { activity: 'credit-invoice', invoice: 'last', reason: 'agreed' } as const;

describe('the mail of a payment reversed', () => {
  const reverse = { activity: 'reverse-payment', paymentId: 'L-1-P1', reason: 'mistyped by Kim' } as const;

  it('names what is open again, until when it can be paid, and how', async () => {
    const play = invoiced().on('2026-04-10', 'payment').does('2026-04-20', reverse);
    const text = await textOf(play, { kind: 'payment-reversed', customer: nzl });
    expect(text).toContain('What it had paid is open again:');
    expect(text).toContain('Invoice L-1-I1: $552.00, due 20 May 2026');
    expect(text).toContain('How to pay');
    expect(text).not.toContain('Kim');
  });

  it('says that the credit covered it', async () => {
    const play = member().on('2025-12-20', 'payment', 50_00).does('2025-12-21', reverse);
    expect(await textOf(play, { kind: 'payment-reversed', customer: nzl })).toContain(
      'We have deducted it from your credit.',
    );
  });

  it('says in German that the booking is reversed, not that the vendor took the money back', async () => {
    const play = invoiced().on('2026-04-10', 'payment').does('2026-04-20', reverse);
    const { subject, text } = await mailOf(play, {
      kind: 'payment-reversed',
      customer: { ...nzl, locale: 'de-DE' },
    });
    expect(plain(subject)).toBe('Smart-Net, Lizenz L-1: Buchung Ihrer Zahlung von 552,00 NZ$ aufgehoben');
    expect(text).toContain(
      'Die Bank hat die Zahlung zurückgegeben, oder wir hatten sie irrtümlich verbucht.',
    );
    expect(text).not.toContain('zurückgebucht');
  });
});

describe('the mail of a credit note', () => {
  it.each([
    [
      'a part of an open invoice',
      invoiced().does('2026-01-20', { ...credit, net: nzd(100_00) }),
      'is reduced',
    ],
    ['all of an open invoice', invoiced().does('2026-01-20', credit), 'There is nothing left to pay.'],
    [
      'a paid invoice',
      invoiced().on('2026-01-19', 'payment').does('2026-01-20', credit),
      '$552.00 is now your credit',
    ],
  ])('for %s says what it means', async (_what, play, words) => {
    const text = await textOf(play, { kind: 'credit-note', customer: nzl });
    expect(text).toContain(words);
  });

  it('has one name in German, in the mail and on its button', async () => {
    const text = await textOf(invoiced().does('2026-01-20', credit), {
      kind: 'credit-note',
      customer: { ...nzl, locale: 'de-DE' },
      leadsToPage: true,
    });
    expect(text).toContain('anbei erhalten Sie unsere Rechnungskorrektur');
    expect(text).toContain('Rechnungskorrektur ansehen');
    expect(text).not.toContain('Gutschrift');
  });
});

it('a reissued invoice names the one that it replaces', async () => {
  const play = invoiced().does('2026-01-20', {
    activity: 'reissue-invoice',
    invoice: 'last',
    reason: 'another address',
  });
  const text = await textOf(play, { kind: 'invoice', on: '2026-01-20', customer: nzl });
  expect(text).toContain('It replaces our invoice L-1-I1.');
});

it('a reminder of an invoice that is credited in part asks for what is left', async () => {
  const play = invoiced()
    .does('2026-01-20', { ...credit, net: nzd(100_00) })
    .until('2026-02-14');
  const { subject, text } = await mailOf(play, { kind: 'payment-reminder', customer: nzl });
  expect(subject).toContain('$437.00');
  expect(text).toContain('Less credit notes');
});

it('a mail about an invoice that was credited in full since then asks for nothing', async () => {
  const play = invoiced().does('2026-01-20', credit);
  const { subject, text } = await mailOf(play, { kind: 'invoice', sentOn: '2026-01-20', customer: nzl });
  expect(subject).toContain('credited');
  expect(text).toContain('There is nothing to pay.');
});

it('a hold is confirmed only where something is open, and tells the new last day for payment', async () => {
  const hold = { activity: 'hold', until: civilDate('2026-05-31'), reason: 'promised' } as const;
  const play = invoiced().does('2026-03-10', hold);
  expect(await textOf(play, { kind: 'hold', customer: nzl })).toContain(
    'Invoice L-1-I1: $552.00, due 31 May 2026',
  );
  const nothing = member().does('2025-12-20', { ...hold, until: civilDate('2026-01-31') });
  expect(nothing.events.flatMap((event) => mailKindsOf(event))).not.toContain('hold');
});

it('a lapse reversed thanks for the payment, and no receipt repeats it', async () => {
  const play = member()
    .until('2026-04-20')
    .does('2026-04-21', { activity: 'payment', amount: nzd(552_00), received: civilDate('2026-04-15') });
  const { text } = await mailOf(play, { kind: 'lapse-reversed', customer: nzl });
  expect(text).toContain('continues without a gap until 31 December 2026');
  expect(text).toContain('we received your payment of $552.00 on 15 April 2026');
  const kinds = play.events.flatMap((event, index) => mailKindsOf(event, play.events.slice(index + 1)));
  expect(kinds).not.toContain('receipt');
});
