import { expect, it } from 'vitest';
import { smartNetUserGroup as plan } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const member = () =>
  new Play(plan, { coverEnds: '2025-12-31', registeredOn: '2025-12-01', country: 'NZ', customerKind: 'msp' });
const moves = { activity: 'change-customer', customerKind: 'end-user', country: 'AU' } as const;

it('a customer who moves abroad pays that country’s tax from then on, and not on what was invoiced before', () => {
  const play = member().until('2026-01-15').does('2026-01-20', moves);
  expect(play.on('2026-02-01', 'payment').until('2027-01-15').journal('2026-01-15')).toEqual([
    '2026-01-15 InvoiceIssued renewal 55200 by 2026-04-15',
    '2026-01-20 CustomerChanged end-user AU',
    '2026-02-01 PaymentRecorded 55200',
    '2026-02-01 InvoicePaid',
    '2026-12-31 TermStarted renewal 2027-01-01..2027-12-31',
    '2027-01-15 InvoiceIssued renewal 48000 by 2027-04-15',
  ]);
});

it('customer data that say nothing new change nothing', () => {
  const play = member().does('2026-03-01', moves).does('2026-03-02', moves);
  expect(play.journal('2026-03')).toEqual([
    '2026-03-01 CustomerChanged end-user AU',
    '2026-03-02 ActivityRejected change-customer',
  ]);
  expect(play.events.at(-1)?.because).toBe('the customer is end-user in AU already');
});
