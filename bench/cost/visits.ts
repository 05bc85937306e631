import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { readBook } from '../../cli/book/read-book.ts';
import { between, countedIn, type Work } from '../../cli/meter/work.ts';
import { PlayedCloud } from '../../cli/simulate/played-cloud.ts';
import { civilDate } from '../../domain/calendar.ts';
import { startCloud } from '../../local/cloud.ts';
import { plans } from '../../plans/index.ts';
import { sampleDays, today, writeSample } from './sample.ts';
import { weighted } from './work.ts';

/** What a visit looks at after the page that its link leads to. */
const more = ['/licences', '/documents'] as const;

/**
 * What one visit to the customer's page does: a reader follows the link of a mail, sees the page of its matter with its style
 * sheet, all licences and all documents. Played on the embedded cloud with the mails of a day, at the start and at the cost of
 * one request to KMS.
 * @param licences how many licences have mails on that day
 */
export async function workOfVisit(assembly: string, folder: string, licences: number): Promise<Work> {
  const place = path.join(folder, 'visits');
  writeSample(place, sampleDays.invoice, licences);
  const read = await readBook(place, plans, civilDate(today));
  if (!read.ok) throw new Error('the book of the visits has mistakes');
  const cloud = await startCloud({ assembly, data: path.join(place, 'data') });
  try {
    Object.assign(process.env, cloud.environment);
    const played = new PlayedCloud(cloud, new AbortController().signal);
    await played.admit(read.book.customers);
    for (const facts of read.book.licences) await played.register(facts);
    await played.run(civilDate(today));
    const links = await Promise.all(cloud.mails().map(({ file }) => linkIn(file)));
    const counted = async () => countedIn(await cloud.meter(), cloud.outputs);
    const before = await counted();
    for (const link of links) await visit(link);
    const work = { licenceActions: 0, ...between(before, await counted()) };
    return weighted([[work, 1 / links.length]]);
  } finally {
    await cloud.stop();
  }
}

async function linkIn(file: string): Promise<string> {
  const { text = '' } = await simpleParser(readFileSync(file));
  const [link] = /http\S+\/in\/\S+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`the mail ${file} leads to no page`);
  return link;
}

async function visit(link: string): Promise<void> {
  const entered = await ask(link, '');
  const cookie = (entered.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const open = async (place: string) => {
    const answer = await ask(new URL(place, link), cookie);
    if (answer.status !== 200) throw new Error(`${place} was answered with ${answer.status}`);
    return answer.text();
  };
  const page = await open(entered.headers.get('location') ?? '/');
  await open(/<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? '/');
  for (const place of more) await open(place);
}

/** Asks again after a moment where the page has more requests than its stage lets through: visits come one by one here. */
async function ask(place: string | URL, cookie: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(place, { headers: { cookie }, redirect: 'manual' });
    if (answer.status !== 429) return answer;
    await pause(200);
  }
}
