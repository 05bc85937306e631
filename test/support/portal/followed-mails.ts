import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { readBook } from '../../../cli/book/read-book.ts';
import { play } from '../../../cli/simulate/play.ts';
import { PlayedCloud } from '../../../cli/simulate/played-cloud.ts';
import { civilDate } from '../../../domain/calendar.ts';
import type { Cloud, Mail } from '../../../local/cloud.ts';
import { plans } from '../../../plans/index.ts';
import { sample } from '../acceptance/simulate.ts';
import { portalVisitor } from '../cli/portal-visitor.ts';
import { wordsOf } from '../mail/mails.ts';

/** A mail, and the page that its link leads to, opened on the day of the mail. */
export interface Followed {
  readonly mailId: string;
  readonly subject: string;
  readonly text: string;
  /** The language that a mail says it is in. */
  readonly language: string;
  /** The links to pages in its HTML, each once, and in its text. */
  readonly links: { readonly html: readonly string[]; readonly text: readonly string[] };
  /** The path that its link leads to, and what is answered there. */
  readonly path: string;
  readonly page: { readonly status: number; readonly language: string; readonly words: string };
}

/** Plays a sample book, and at the end of each day follows the link of every mail that was sent on it. */
export async function followMails(cloud: Cloud, book: string, from: string, to: string) {
  const runs = { from: civilDate(from), to: civilDate(to) };
  const read = await readBook(sample(book), plans, runs.from);
  if (!read.ok) throw new Error(`the book ${book} has mistakes: see \`perennial import --check\``);
  const { signal } = new AbortController();
  const played = new PlayedCloud(cloud, signal);
  await played.admit(read.book.customers);
  const followed: Followed[] = [];
  const quiet = { advance: () => undefined, end: () => undefined };
  const system = {
    register: played.register.bind(played),
    act: played.act.bind(played),
    publish: played.publish.bind(played),
    run: async (day: ReturnType<typeof civilDate>) => {
      await played.run(day);
      for (const mail of cloud.mails().slice(followed.length)) followed.push(await follow(cloud, mail));
    },
  };
  const failed = await play(read.book, { runs }, system, quiet, signal);
  if (failed.length > 0) throw new Error(`the book ${book} cannot be played: ${JSON.stringify(failed)}`);
  return { followed, book: read.book };
}

async function follow(cloud: Cloud, { file, tags }: Mail): Promise<Followed> {
  const { html, text = '', subject = '' } = await simpleParser(readFileSync(file));
  const written = typeof html === 'string' ? html : '';
  const links = {
    html: [...new Set(written.match(/http[^\s"]+\/in\/[^\s"]+/g))],
    text: [...text.matchAll(/http\S+\/in\/\S+/g)].map(([link]) => link),
  };
  const { ask } = portalVisitor(cloud);
  const path = (await ask(links.html[0] ?? '/')).headers.get('location') ?? '';
  const answer = await ask(path);
  const page = await answer.text();
  return {
    mailId: tags['mail'] ?? '',
    subject,
    text,
    language: languageOf(written),
    links,
    path,
    page: { status: answer.status, language: languageOf(page), words: wordsOf(page) },
  };
}

function languageOf(html: string): string {
  return /<html[^>]* lang="(\w+)/.exec(html)?.[1] ?? '';
}
