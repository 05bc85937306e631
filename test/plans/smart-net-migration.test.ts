import { describe, expect, it } from 'vitest';
import { smartNetUserGroup as plan } from '../../plans/smart-net-user-group.ts';
import { Play } from '../support/application/play.ts';

const member = () =>
  new Play(plan, { coverEnds: '2025-12-31', registeredOn: '2025-12-01', country: 'NZ' }).on(
    '2026-01-20',
    'payment',
  );
const lapsed = () => new Play(plan, { coverEnds: '2024-12-31', country: 'NZ' });
const migration = {
  activity: 'request-migration',
  hours: 6.5,
  hardware: { amount: 1200_00, currency: 'NZD' },
} as const;
const linesOf = (play: Play) => play.licence.changeQuote?.price.lines;

describe('migrating to a new version', () => {
  it('is free of software cost for members', () => {
    expect(linesOf(member().does('2026-03-02', migration))?.[0]).toMatchObject({
      item: 'Smart-Net',
      list: { amount: 960_00 },
      net: { amount: 0 },
    });
  });

  it('costs those who are no members the list price of the software', () => {
    const [software] = linesOf(lapsed().does('2026-03-02', migration)) ?? [];
    expect(software).toMatchObject({ item: 'Smart-Net', net: { amount: 960_00 } });
  });

  it('charges labour and hardware at standard rates, to members too', () => {
    const play = member().does('2026-03-02', migration);
    expect(play.licence.changeQuote?.price).toMatchObject({
      lines: [
        { basis: 'list' },
        { basis: 'labour', hours: 6.5, perHour: { amount: 140_00 }, net: { amount: 910_00 } },
        { basis: 'hardware', net: { amount: 1200_00 } },
      ],
      net: { amount: 2110_00 },
      total: { amount: 2426_50, currency: 'NZD' },
    });
  });

  it('asks for the server', () => {
    expect(member().does('2026-03-02', migration).events.at(-1)).toMatchObject({
      note: { en: 'Please send us your server for the migration.' },
    });
  });

  it('is ordered and paid, and leaves what the licence is for as it is', () => {
    const play = member().does('2026-03-02', migration).on('2026-03-03', 'accept-change');
    play.on('2026-03-04', 'payment');
    expect(play.journal('2026-03')).toEqual([
      '2026-03-02 ChangeQuoted migration 242650',
      '2026-03-03 ChangeAccepted',
      '2026-03-03 InvoiceIssued expansion 242650 by 2026-04-02',
      '2026-03-04 PaymentRecorded 242650',
      '2026-03-04 InvoicePaid',
      '2026-03-04 LicenceChanged migration',
    ]);
  });

  it('is priced for the products of the price list', () => {
    const play = new Play(
      { ...plan, price: { kind: 'flat', perYear: { Other: 1_00 } } },
      { coverEnds: '2026-12-31', product: 'Other' },
    );
    expect(play.does('2026-03-02', migration).events.at(-1)?.because).toBe(
      'migration of Other is not in the price list: it has Smart-Net, Smart-RAS',
    );
  });
});
