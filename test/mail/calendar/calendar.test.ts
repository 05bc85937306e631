import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { icsOf } from '../../../mail/calendar/ics.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';
import { mailOf, type Wanted } from '../../support/mail/mails.ts';

/** The calendar entry of a mail, its folded lines put together; undefined where it brings none. */
async function entryIn(play: Play, wanted: Wanted): Promise<Record<string, string> | undefined> {
  const { attachments } = await simpleParser((await mailOf(play, wanted)).mime);
  const file = attachments.find(({ contentType }) => contentType === 'text/calendar');
  return file && fieldsOf(file.content.toString('utf8'));
}

function fieldsOf(ics: string): Record<string, string> {
  const lines = ics.replaceAll('\r\n ', '').split('\r\n').filter(Boolean);
  const fields = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1)] as const;
  });
  return Object.fromEntries(fields);
}

const netjapan = () => new Play(netjapanMaintenance, { coverEnds: '2026-06-30' });
const sma = () => new Play(videoSma, { coverEnds: '2026-06-30', registeredOn: '2026-01-01' });

describe('a reminder puts the end of cover into the calendar', () => {
  test('as a whole day, with the product and the licence', async () => {
    const entry = await entryIn(netjapan().until('2026-05-01'), { kind: 'reminder' });
    expect(entry).toMatchObject({
      METHOD: 'PUBLISH',
      'DTSTART;VALUE=DATE': '20260630',
      'DTEND;VALUE=DATE': '20260701',
      SUMMARY: 'Maintenance of Suite ends (licence L-1)',
      STATUS: 'CONFIRMED',
    });
  });

  test('a later one updates the same entry', async () => {
    const play = netjapan().until('2026-05-31');
    const first = await entryIn(play, { kind: 'reminder', on: '2026-05-01' });
    const second = await entryIn(play, { kind: 'reminder', on: '2026-05-31' });
    expect(second?.['UID']).toBe(first?.['UID']);
    expect(Number(second?.['SEQUENCE'])).toBeGreaterThan(Number(first?.['SEQUENCE']));
  });

  test('and the renewal calls it off', async () => {
    const play = netjapan()
      .until('2026-05-01')
      .on('2026-05-10', 'accept-quote', 1)
      .on('2026-05-11', 'payment');
    const reminded = await entryIn(play, { kind: 'reminder' });
    const renewed = await entryIn(play, { kind: 'renewed' });
    expect(renewed).toMatchObject({ UID: reminded?.['UID'], METHOD: 'CANCEL', STATUS: 'CANCELLED' });
  });

  test('in the language of the customer', async () => {
    const wanted = { kind: 'reminder', customer: { locale: 'de-DE' } } as const;
    expect((await entryIn(netjapan().until('2026-05-01'), wanted))?.['SUMMARY']).toBe(
      'Wartung von Suite endet (Lizenz L-1)',
    );
  });
});

describe('a renewal notice puts the last day for cancelling into the calendar', () => {
  test('and a cancellation calls it off', async () => {
    const play = sma().until('2026-05-01').on('2026-05-10', 'cancel');
    const notice = await entryIn(play, { kind: 'renewal-notice' });
    expect(notice).toMatchObject({ 'DTSTART;VALUE=DATE': '20260531', STATUS: 'CONFIRMED' });
    expect(notice?.['SUMMARY']).toMatch(/^Last day to cancel the maintenance of Suite/);
    const cancelled = await entryIn(play, { kind: 'cancelled' });
    expect(cancelled).toMatchObject({ UID: notice?.['UID'], METHOD: 'CANCEL', STATUS: 'CANCELLED' });
  });
});

test('a renewal that nobody was reminded of brings no entry', async () => {
  const play = new Play(smartNetUserGroup, { coverEnds: '2026-12-31' }).until('2026-12-31');
  expect(await entryIn(play, { kind: 'renewed' })).toBeUndefined();
});

const vendor = { name: 'Vendor, "Inc"', address: 'mail@vendor.example' };
const entry = {
  uid: 'u',
  sequence: 1,
  stamp: civilDate('2026-01-31'),
  timeZone: 'Pacific/Auckland',
  organizer: vendor,
  day: civilDate('2026-01-31'),
  summary: '',
  description: '',
  isCancelled: false,
};

test('whatever a product is called, the file keeps to the rules and says it whole', () => {
  const printable = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((text) => text.replace(/\p{Cc}/gu, ''));
  fc.assert(
    fc.property(printable, (summary) => {
      const { ics } = icsOf({ ...entry, summary });
      for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(fieldsOf(ics)['SUMMARY']?.replace(/\\([\\;,])/g, '$1')).toBe(summary);
    }),
  );
});

test('a line break in a name starts no line of the file', () => {
  const { ics } = icsOf({ ...entry, summary: 'Suite\r\nATTENDEE:mailto:x@y.example' });
  expect(ics).not.toMatch(/^ATTENDEE/m);
});

test('the vendor publishes an entry, and withdraws it, as RFC 5546 asks', () => {
  const organizer = 'ORGANIZER;CN="Vendor,  Inc ":mailto:mail@vendor.example\r\n';
  const published = icsOf(entry);
  expect(published.method).toBe('PUBLISH');
  expect(published.ics).toContain(`METHOD:PUBLISH\r\n`);
  expect(published.ics).toContain(organizer);
  const withdrawn = icsOf({ ...entry, isCancelled: true });
  expect(withdrawn.method).toBe('CANCEL');
  expect(withdrawn.ics).toContain(organizer);
  expect(withdrawn.ics).toContain('STATUS:CANCELLED');
});

test('an entry is stamped with noon of the day of its mail, where the plan is', () => {
  expect(icsOf(entry).ics).toContain('DTSTAMP:20260130T230000Z\r\n');
});

describe('an entry that is withdrawn', () => {
  test('comes back when the renewal is resumed', async () => {
    const play = sma().until('2026-05-01').on('2026-05-10', 'cancel').on('2026-05-12', 'resume');
    const notice = await entryIn(play, { kind: 'renewal-notice' });
    const cancelled = await entryIn(play, { kind: 'cancelled' });
    const resumed = await entryIn(play, { kind: 'resumed' });
    expect(resumed).toMatchObject({
      METHOD: 'PUBLISH',
      UID: notice?.['UID'],
      STATUS: 'CONFIRMED',
      'DTSTART;VALUE=DATE': notice?.['DTSTART;VALUE=DATE'],
    });
    expect(Number(resumed?.['SEQUENCE'])).toBeGreaterThan(Number(cancelled?.['SEQUENCE']));
  });

  test('was entered before: a cancellation before any reminder withdraws nothing, and its end restores nothing', async () => {
    const play = sma().on('2026-02-10', 'cancel').on('2026-02-12', 'resume');
    expect(await entryIn(play, { kind: 'cancelled' })).toBeUndefined();
    expect(await entryIn(play, { kind: 'resumed' })).toBeUndefined();
  });

  test('is not one of a reminder that its reader had stopped', async () => {
    const play = netjapan()
      .does('2026-04-01', { activity: 'stop-mails', by: 'unsubscribe', scope: 'licence' })
      .until('2026-05-01')
      .on('2026-05-10', 'cancel');
    expect(await entryIn(play, { kind: 'cancelled' })).toBeUndefined();
  });

  test('is not one of a notice that came too late to cancel', async () => {
    const play = new Play(videoSma, { coverEnds: '2026-06-30', registeredOn: '2026-06-10' })
      .until('2026-06-11')
      .on('2026-06-12', 'cancel');
    expect(await entryIn(play, { kind: 'renewal-notice' })).toBeUndefined();
    expect(await entryIn(play, { kind: 'cancelled' })).toBeUndefined();
  });
});
