import { expect, it } from 'vitest';
import { Clock } from '../../../local/shared/clock.ts';
import { MailsUnderWeather } from '../../../local/weather/mails.ts';
import { Weather } from '../../../local/weather/weather.ts';

const mails = Array.from({ length: 300 }, (_, index) => ({
  messageId: String(index),
  destinations: ['jane@customer.example'],
  tags: { mail: `mail-${index}`, attempt: '1' },
}));

/** Which reports arrive, in their order, until a moment. */
async function reportedBy(seed: number) {
  const clock = new Clock();
  clock.set('2026-01-15T08:00:00Z');
  const weather = new Weather(seed);
  const under = new MailsUnderWeather(weather, clock);
  const arrived: string[] = [];
  for (const mail of mails) {
    const late = await under.carry(mail, 'delivery', () => {
      arrived.push(mail.messageId);
      return Promise.resolve({ handled: Promise.resolve() });
    });
    expect(late.length).toBeLessThanOrEqual(2);
  }
  return { clock, under, arrived, weather };
}

it('reports come late by the clock of the cloud, out of order, twice or never', async () => {
  const { clock, under, arrived } = await reportedBy(51);
  const atOnce = [...arrived];
  await under.arrive();
  expect(arrived).toEqual(atOnce);
  clock.set('2026-01-15T10:00:00Z');
  await under.arrive();
  const later = arrived.length;
  expect(later).toBeGreaterThan(atOnce.length);
  clock.set('2026-01-20T10:00:00Z');
  await under.arrive();
  expect(arrived.length).toBeGreaterThan(later);
  expect(arrived.map(Number)).not.toEqual(arrived.map(Number).toSorted((a, b) => a - b));
  expect(new Set(arrived).size).toBeLessThan(arrived.length);
  const lost = await reportedBy(3);
  await lost.under.arrive(Infinity);
  expect(new Set(lost.arrived).size).toBeLessThan(mails.length);
});

it('mails bounce for good and for now, are sent back after their delivery, and are complained about', () => {
  const clock = new Clock();
  const fates = [3, 152].flatMap((seed) => {
    const under = new MailsUnderWeather(new Weather(seed), clock);
    return mails.map((mail) => under.fateOf(mail).fate);
  });
  const expected = ['bounced for good', 'bounced for now', 'sent back after delivery', 'complained about'];
  for (const fate of [...expected, undefined]) expect(fates).toContain(fate);
});
