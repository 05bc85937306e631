import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../client/deployment/connect.ts';
import { onEmbeddedCloud } from '../../cli/simulate/embedded-cloud.ts';
import { journalLine } from '../../cli/simulate/journal.ts';
import { PlayedCloud } from '../../cli/simulate/played-cloud.ts';
import type { WeatherReport } from '../../local/cloud.ts';
import { mailTags } from '../../contracts/delivery/mail.ts';
import { plans } from '../../plans/index.ts';
import { comparable } from '../support/acceptance/journal.ts';
import { smallBook } from '../support/acceptance/small-book.ts';

/** Between them, everything that can go wrong is frequent in one. */
const seeds = [3, 51, 152];

/** What the journal says of mails, which is not what it says of the licence: it depends on what SES reports. */
const ofMails = /^(Mail|Address)/;

interface Played {
  readonly journal: readonly string[];
  /** How often each mail was accepted by SES. */
  readonly accepted: ReadonlyMap<string, number>;
  readonly mails: readonly {
    readonly mailId: string;
    /** Whose it is, and of what kind: its id counts the events before it, and there may be more of them. */
    readonly what: string;
    readonly status: string;
    readonly reason?: string | undefined;
    /** How often it was sent again, as the journal has it. */
    readonly again: number;
  }[];
  readonly parked: readonly string[];
  readonly failed: readonly unknown[];
  readonly denied: readonly unknown[];
  readonly weather: WeatherReport | undefined;
}

const book = smallBook();
const data = mkdtempSync(join(tmpdir(), 'perennial-weather-'));
afterAll(() => {
  rmSync(data, { recursive: true, force: true });
});

/** Plays the days of the book on which anything happens, lets the weather clear, and lets the runs catch up. */
async function playUnder(seed: number | undefined): Promise<Played> {
  const { signal } = new AbortController();
  return onEmbeddedCloud(
    join(data, String(seed)),
    signal,
    async (cloud) => {
      const played = new PlayedCloud(cloud, signal);
      await played.admit(book.customers);
      for (const facts of book.licences) await played.register(facts);
      const factsOf = new Map(book.licences.map((facts) => [facts.licenceId, facts]));
      for (const day of book.days) {
        for (const activity of book.activities.filter(({ date }) => date === day)) {
          const facts = factsOf.get(activity.licenceId);
          if (facts !== undefined) await played.act(activity, facts);
        }
        await played.run(day);
      }
      const last = book.days.at(-1);
      if (last === undefined) throw new Error('nothing happens in the book');
      await played.catchUp(last);

      const deployment = await connect();
      const events = await played.journal(book.licences);
      const accepted = new Map<string, number>();
      for (const { tags } of cloud.mails()) {
        const mailId = tags[mailTags.mail] ?? '';
        accepted.set(mailId, (accepted.get(mailId) ?? 0) + 1);
      }
      const mails = await Promise.all(book.licences.map(({ licenceId }) => deployment.mails(licenceId)));
      const parked = await Promise.all(plans.map(({ id }) => deployment.parkedOf(id)));
      return {
        journal: comparable(
          events.filter(({ type }) => !ofMails.test(type)).map((event) => ({ ...journalLine(event) })),
        ),
        accepted,
        mails: mails.flat().map(({ mailId, licenceId, kind, status, reason }) => {
          const again = events.filter((event) => event.type === 'MailSentAgain' && event.mailId === mailId);
          return { mailId, what: `${licenceId} ${kind}`, status, reason, again: again.length };
        }),
        parked: parked.flat().map(({ licenceId, reason }) => `${licenceId}: ${reason}`),
        failed: played.failed,
        denied: cloud.permissions().denied,
        weather: cloud.weather.report(),
      };
    },
    seed,
  );
}

let calm: Played;
const happened = new Map<string, number>();
beforeAll(async () => {
  calm = await playUnder(undefined);
}, 300_000);

it('in calm weather every mail is sent once, and nothing fails', () => {
  expect(calm.journal.length).toBeGreaterThan(100);
  expect(calm.mails.filter(({ status }) => status !== 'sent')).toEqual([]);
  expect([...calm.accepted.values()].filter((times) => times !== 1)).toEqual([]);
  expect(calm).toMatchObject({ parked: [], failed: [], denied: [], weather: undefined });
});

describe.each(seeds)('in weather %i', (seed) => {
  let bad: Played;
  beforeAll(async () => {
    bad = await playUnder(seed);
    for (const { kind, times } of bad.weather?.kinds ?? [])
      happened.set(kind, (happened.get(kind) ?? 0) + times);
  }, 300_000);

  it('every licence has the same journal, and none is parked once the runs have caught up', () => {
    expect(bad.journal).toEqual(calm.journal);
    expect(bad).toMatchObject({ parked: [], failed: [], denied: [] });
  });

  it('each mail is sent once, again where the journal says so, or held or skipped with its reason', () => {
    expect(bad.mails.map(({ what }) => what).sort()).toEqual(calm.mails.map(({ what }) => what).sort());
    for (const { mailId, status, reason, again } of bad.mails) {
      const times = bad.accepted.get(mailId) ?? 0;
      expect(`${mailId} ${status}`).toMatch(/ (sent|held|skipped)$/);
      if (status === 'sent') expect(times, mailId).toBeGreaterThan(0);
      else expect(reason, mailId).toBeTruthy();
      expect(times, mailId).toBeLessThanOrEqual(1 + again);
    }
  });
});

it('everything that can go wrong at a request has gone wrong', () => {
  const atRequests = [
    'connection refused',
    'answer lost',
    'delivered twice',
    'slow',
    'throttled',
    'server error',
    'write conflict',
    'index lags',
  ];
  const seen = atRequests.filter((kind) => (happened.get(kind) ?? 0) > 0);
  expect(seen).toEqual(atRequests);
  const killed = [...happened].filter(([kind]) => kind.startsWith('killed'));
  expect(killed.reduce((sum, [, times]) => sum + times, 0)).toBeGreaterThan(0);
});
