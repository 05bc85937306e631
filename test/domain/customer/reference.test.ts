import { expect, it, test } from 'vitest';
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

test.each([
  [['Hauptstraße 12', '10115 Berlin'], ['Hauptstraße 12'], '10115', 'Berlin'],
  [['Ring 1', 'A-1070 Wien', 'Österreich'], ['Ring 1'], '1070', 'Wien'],
  [['Dam 1', '  1012 AB Amsterdam '], ['Dam 1'], '1012 AB', 'Amsterdam'],
  [['ul. Nowa 2', '00-950 Warszawa'], ['ul. Nowa 2'], '00-950', 'Warszawa'],
  [['Gatan 3', '111 22 Stockholm'], ['Gatan 3'], '111 22', 'Stockholm'],
  [['Rua 4', '1100-148 Lisboa'], ['Rua 4'], '1100-148', 'Lisboa'],
  [['1234 Old Road', 'Rue 5', 'L-1234 Luxembourg'], ['1234 Old Road', 'Rue 5'], '1234', 'Luxembourg'],
])('of %j the lines, the postal code and the city are read (§4.22)', (address, lines, postalCode, city) => {
  expect(postalAddressOf(address)).toEqual({ lines, postalCode, city });
});

test('an address without a postal code before a city is its lines', () => {
  for (const lines of [[], ['200 Example Avenue', 'Phoenix, AZ 85001'], ['Berlin 10115'], ['123456 Delhi']])
    expect(postalAddressOf(lines)).toEqual({ lines });
});
