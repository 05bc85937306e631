import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Book, readBook } from '../../cli/book/read-book.ts';
import { runCommandLine } from '../../cli/command-line.ts';
import { play, type PlayedSystem } from '../../cli/simulate/play.ts';
import { PlayedCloud } from '../../cli/simulate/played-cloud.ts';
import { Deployment } from '../../client/deployment/deployment.ts';
import { civilDate } from '../../domain/calendar.ts';
import { plans } from '../../plans/index.ts';
import { sample } from '../support/acceptance/simulate.ts';
import { type Application, openApplication } from '../support/application/application.ts';
import { keptOutput } from '../support/cli/streams.ts';

const from = civilDate('2025-12-01');
const middle = civilDate('2026-04-14');
const to = civilDate('2026-06-30');
const signal = new AbortController().signal;
const quiet = { advance: () => undefined, end: () => undefined };

const folder = mkdtempSync(join(tmpdir(), 'perennial-backup-'));
const backup = join(folder, 'backup');
let book: Book;
let untouched: Seen;
let restored: Application;

/** What there is of a book after it was played: events with who made them, numbers, mails with their readers and subjects. */
type Seen = Awaited<ReturnType<typeof seen>>;

beforeAll(async () => {
  const read = await readBook(sample('desk-money'), plans, from);
  if (!read.ok) throw new Error('the book has mistakes');
  ({ book } = read);
  const original = await openApplication({ sharesThread: true });
  const system = new PlayedCloud(original.cloud, signal);
  await system.admit(book.customers);
  await play(book, { runs: { from, to: middle } }, system, quiet, signal);
  expect(await command(original, 'export', '--out', backup)).toMatchObject({ status: 0 });
  await play(book, { runs: { from, to } }, after(middle, system), quiet, signal);
  untouched = await seen(original);
  await original.close();
  restored = await openApplication({ sharesThread: true });
}, 600_000);

afterAll(async () => {
  await restored.close();
  rmSync(folder, { recursive: true });
});

/** Lets pass only what happens after a day: what came before is there already. */
function after(day: string, system: PlayedSystem): PlayedSystem {
  const once = async (date: string, work: () => Promise<void>) => {
    if (date > day) await work();
  };
  return {
    register: (facts) => once(facts.registeredOn, () => system.register(facts)),
    act: (activity, facts) => once(activity.date, () => system.act(activity, facts)),
    publish: (update) => once(update.date, () => system.publish(update)),
    run: (date) => once(date, () => system.run(date)),
  };
}

async function command({ cloud }: Application, ...args: readonly string[]) {
  const { out, err, output } = keptOutput();
  cloud.clock.set(`${middle}T23:00:00Z`);
  const status = await runCommandLine(args, { output, signal, now: `${middle}T23:00:00Z` });
  return { status, out: out.text, err: err.text };
}

async function seen({ cloud }: Application) {
  const deployment = new Deployment(cloud.outputs);
  const histories = [];
  for (const { licenceId } of book.licences) {
    const history = await deployment.history(licenceId);
    const events = history?.events.map(({ cause, ...recorded }) => ({ ...recorded, by: cause?.by }));
    const mails = history?.mails.map(({ mailId, status, on }) => ({ mailId, status, on }));
    histories.push({ licenceId, events, documents: history?.documents, mails });
  }
  const sent = cloud
    .mails()
    .map(({ tags, destinations }) => ({ mail: tags['mail'], to: destinations }))
    .filter(({ mail }) => mail !== undefined);
  return { histories, sent };
}

/** The readers of the mails of a list, in the order of the mails' ids. */
function byId(sent: Seen['sent']) {
  return sent.toSorted((a, b) => ((a.mail ?? '') < (b.mail ?? '') ? -1 : 1));
}

test('a restore checks the files first, and takes none that was changed', async () => {
  const path = join(backup, 'licences.jsonl');
  const whole = readFileSync(path);
  appendFileSync(path, '\n');
  const { status, err } = await command(restored, 'restore', backup, '--yes');
  expect([status, err]).toEqual([2, expect.stringContaining('is not as it was written')]);
  writeFileSync(path, whole);
});

test('a book that is restored in the middle goes on as if nothing had happened', async () => {
  const { status, err, out } = await command(restored, 'restore', backup, '--yes');
  expect({ status, err, out }).toMatchObject({ status: 0 });
  expect(out).toContain(`Restored ${book.licences.length} licences`);
  // Nothing goes out for the past.
  expect((await seen(restored)).sent).toEqual([]);
  await play(
    book,
    { runs: { from, to } },
    after(middle, new PlayedCloud(restored.cloud, signal)),
    quiet,
    signal,
  );
  const { histories, sent } = await seen(restored);
  expect(histories).toEqual(untouched.histories);
  const first = untouched.sent.length - sent.length;
  expect(sent.length).toBeGreaterThan(10);
  expect(byId(sent)).toEqual(byId(untouched.sent.slice(first)));
}, 600_000);

test('a backup is restored once, and only into what is empty', async () => {
  const again = await command(restored, 'restore', backup, '--yes');
  expect([again.status, again.err]).toEqual([2, expect.stringContaining('is restored already')]);
  const other = join(folder, 'other');
  expect((await command(restored, 'export', '--out', other)).status).toBe(0);
  const { status, err } = await command(restored, 'restore', other, '--yes');
  expect([status, err]).toEqual([2, expect.stringContaining('The deployment is not empty')]);
});
