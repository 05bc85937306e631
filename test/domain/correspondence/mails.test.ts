import { expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { addressCleared, held, sentAgain } from '../../../domain/correspondence/mails.ts';
import { hoursBeyondDay } from '../../../domain/correspondence/sending-time.ts';
import { eventSchema } from '../../../domain/licence/events.ts';
import { evolve } from '../../../domain/evolve.ts';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { Play } from '../../support/application/play.ts';

const licenceOf = () => new Play(plan, { coverEnds: '2026-12-31' }).on('2026-02-01', 'request-quote').licence;
const mail = { mailId: 'L-1-3-quote', kind: 'quote' };
const on = civilDate('2026-02-02');

test('what becomes of a mail is journalled, and changes nothing else of the licence (§13.6, §13.7)', () => {
  const licence = licenceOf();
  const events = [
    ...sentAgain(licence, on, mail, 'no answer for an hour'),
    ...held(licence, on, mail, 'it came back'),
    ...addressCleared(licence, on, 'partner'),
  ];
  const base = { licenceId: 'L-1', date: on };
  expect(events).toEqual([
    { ...base, type: 'MailSentAgain', ...mail, because: 'no answer for an hour' },
    { ...base, type: 'MailHeld', ...mail, because: 'it came back' },
    { ...base, type: 'AddressCleared', of: 'partner', because: 'an operator knows that it takes mail again' },
  ]);
  expect(events.map((event) => eventSchema.parse(event))).toEqual(events);
  expect(events.reduce(evolve, licence)).toEqual({ ...licence, lastEventOn: on });
});

test('a mail server’s answer that comes late has the day of the licence’s last event (§1.6)', () => {
  expect(held(licenceOf(), civilDate('2026-01-15'), mail, 'late')[0]?.date).toBe('2026-02-01');
});

test('a day is enough for as many mails as SES takes in 24 hours; more take the hours that they take', () => {
  expect(hoursBeyondDay(86_400 * 14, 14)).toBeUndefined();
  expect(hoursBeyondDay(90_000 * 14, 14)).toBe(25);
});
