import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import type { BookActivity } from '../../../cli/book/files/activities.ts';
import { readBook } from '../../../cli/book/read-book.ts';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { PlayedCloud } from '../../../cli/simulate/played-cloud.ts';
import { play } from '../../../cli/simulate/play.ts';
import { civilDate } from '../../../domain/calendar.ts';
import type { Mail } from '../../../local/cloud.ts';
import { plans } from '../../../plans/index.ts';
import { sample } from '../acceptance/simulate.ts';
import { type Application, openApplication } from '../application/application.ts';

export interface PlayedSample extends Application {
  /** The last mail to an address whose subject has this text. Throws where there is none. */
  mailTo(address: string, subject: string): Promise<ReadMail>;
  lastMailTo(address: string): Promise<ReadMail>;
  /** The numbers of all invoices of a licence. */
  invoices(licenceId: string): Promise<readonly string[]>;
  /** Has a customer or an operator do something with a licence on a day. */
  act(licenceId: string, day: string, command: BookActivity['command']): Promise<void>;
  /** Runs the day of each plan, and sets the clock to it. */
  runDay(day: string): Promise<void>;
}

/**
 * The whole application on an embedded cloud on which a sample book was played from one day to another, with its
 * activities until then. `only` leaves out all other licences, which makes it fast. Its clock stands at 10:00 UTC of the
 * last day, which is the same day in the time zones of all plans.
 */
export async function openPlayedSample(
  book: string,
  days: { readonly from: string; readonly to: string },
  only?: readonly string[],
): Promise<PlayedSample> {
  const runs = { from: civilDate(days.from), to: civilDate(days.to) };
  const read = await readBook(sample(book), plans, runs.from);
  if (!read.ok) throw new Error(`the book ${book} has mistakes: see \`perennial import --check\``);
  const isWanted = ({ licenceId }: { readonly licenceId: string }) => only?.includes(licenceId) ?? true;
  const licences = read.book.licences.filter(isWanted);
  const activities = read.book.activities.filter((each) => isWanted(each) && each.date <= runs.to);
  const updates = only === undefined ? read.book.updates.filter(({ date }) => date <= runs.to) : [];

  const application = await openApplication();
  const { signal } = new AbortController();
  const deployment = new Deployment(application.cloud.outputs);
  const played = new PlayedCloud(application.cloud, signal);
  await played.admit(read.book.customers);
  const quiet = { advance: () => undefined, end: () => undefined };
  const failed = await play({ ...read.book, licences, activities, updates }, { runs }, played, quiet, signal);
  if (failed.length > 0) throw new Error(`the book ${book} cannot be played: ${JSON.stringify(failed)}`);
  const setClock = (day: string) => {
    application.cloud.clock.set(`${day}T10:00:00Z`);
  };
  setClock(days.to);
  return {
    ...application,
    mailTo: (address, subject) => mailIn(application.cloud.mails(), address, subject),
    lastMailTo: (address) => mailIn(application.cloud.mails(), address, ''),
    invoices: async (licenceId) => {
      const events = await deployment.events(licenceId);
      return events.flatMap((event) => (event.type === 'InvoiceIssued' ? [event.invoiceId] : []));
    },
    act: async (licenceId, day, command) => {
      const facts = licences.find((each) => each.licenceId === licenceId);
      if (facts === undefined) throw new Error(`the sample that was played has no licence ${licenceId}`);
      await played.act({ licenceId, date: civilDate(day), command }, facts);
      setClock(day);
    },
    runDay: async (day) => {
      await played.run(civilDate(day));
      setClock(day);
    },
  };
}

/** A mail with its links, in order and each once. */
interface ReadMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
}

async function mailIn(mails: readonly Mail[], address: string, subject: string): Promise<ReadMail> {
  const read = await Promise.all(mails.map(({ file }) => simpleParser(readFileSync(file))));
  const toThem = read.filter(({ to }) => JSON.stringify(to).includes(`"${address}"`));
  const mail = toThem.findLast((each) => each.subject?.includes(subject));
  if (mail === undefined) {
    const subjects = toThem.map((each) => each.subject);
    throw new Error(`no mail to ${address} has “${subject}” in its subject, only: ${subjects.join('; ')}`);
  }
  const html = typeof mail.html === 'string' ? mail.html : '';
  const links = new Set(
    [...html.matchAll(/href="(https?:[^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&')),
  );
  return { subject: mail.subject ?? '', text: mail.text ?? '', html, links: [...links] };
}
