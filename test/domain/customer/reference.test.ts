import { expect, it } from 'vitest';
import { postalAddressOf } from '../../../domain/customer/postal-address.ts';
import { referenceIn } from '../../../domain/customer/reference.ts';
import { vtubeLaserSmp as plan } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

it('an order is found by the customer’s purchase order, and a payment by the payment system’s id', () => {
  const play = new Play(plan, { coverEnds: '2026-06-30' })
    .on('2026-05-01', 'request-quote')
    .does('2026-05-02', { activity: 'accept-quote', years: 1, po: '4500-17' })
    .does('2026-05-03', { activity: 'payment', paymentId: 'bank-7' })
    .on('2026-05-04', 'payment', 5_00);
  const found = play.events.map((event) => [event.type, referenceIn(event)]);
  expect(found.filter(([, reference]) => reference !== undefined)).toEqual([
    ['QuoteAccepted', '4500-17'],
    ['InvoiceIssued', '4500-17'],
    ['PaymentRecorded', 'bank-7'],
  ]);
});

it('the city of an address is in the last line that begins with a postal code', () => {
  expect(postalAddressOf(['1234 Old Road', ' L-1234 Luxembourg ', 'Luxembourg'])).toEqual({
    lines: ['1234 Old Road'],
    postalCode: '1234',
    city: 'Luxembourg',
  });
  for (const lines of [[], ['Berlin 10115'], ['123456 Delhi'], ['AUT-1070 Wien'], ['10115 2nd floor']])
    expect(postalAddressOf(lines)).toEqual({ lines });
});
