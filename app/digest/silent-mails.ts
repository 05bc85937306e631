import pLimit from 'p-limit';
import { addDays, type CivilDate, civilDate } from '../../domain/calendar.ts';
import { reasonFrom } from '../../contracts/workflow/reason.ts';
import type { Mail } from '../../adapters/dynamodb/mails/mail-item.ts';
import type { MailReports } from '../../adapters/dynamodb/mails/mail-reports.ts';
import type { AwaitedReports } from '../../adapters/dynamodb/runs/awaited-reports.ts';
import { batchesOf } from '../../adapters/dynamodb/table/batch-get.ts';
import { Throttled } from '../../adapters/dynamodb/table/faults.ts';

/** For how long SES's reports are waited for; most come within a minute, and SES tries for fourteen hours (assumption). */
export const daysAwaited = 3;
/** So many mails are looked at for one digest: some minutes. The next digest goes on from there. */
const mostLookedAt = 2_000_000;
/** So many requests of a hundred mails are under way at a time. */
const requestsAtOnce = 8;
/** Behind every note. A digest of a past day may be sent late: what was noted since its day is for others. */
const everLater = '9999';
/** So many silent mails are named. */
const mostNamed = 20;

/** A bill or notice on which SES has reported nothing. */
interface SilentMail {
  readonly mailId: string;
  readonly licenceId: string;
  readonly kind: string;
  readonly sentOn?: CivilDate | undefined;
  /** Of the quote or invoice that it came with. */
  readonly number?: string | undefined;
}

/** Bills and notices that SES took and never reported on. */
export interface SilentMails {
  /** The first of them. */
  readonly named: readonly SilentMail[];
  readonly count: number;
  /** How many bills and notices were sent in the same time. */
  readonly sent: number;
  /** Those that were sent after this UTC instant are for the next digest to look at; unset: there are none so late. */
  readonly stoppedAt?: string | undefined;
  /** Why they could not all be looked at; the next digest tries again. */
  readonly brokenOff?: string | undefined;
  /** The place of the last note that was read: the next digest goes on behind it. */
  readonly through?: string | undefined;
}

/** Where is looked up what was sent, and what SES has said of it. */
export interface SilentSources {
  readonly awaited: Pick<AwaitedReports, 'between'>;
  readonly reports: Pick<MailReports, 'onMails' | 'numbersOf'>;
}

/**
 * The bills and notices of which SES has said nothing for `daysAwaited` days, each once: those that were noted behind the
 * place where an earlier digest stopped. One that was noted again since, as it is sent again, is for a later digest.
 * @param time a UTC instant, as of which days are counted
 * @param most so many are looked at
 */
export async function silentMails(
  sources: SilentSources,
  after: string | undefined,
  time: string,
  most = mostLookedAt,
): Promise<SilentMails> {
  try {
    return await lookUp(sources, after, time, most);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Throttled) throw error;
    return { named: [], count: 0, sent: 0, brokenOff: reasonFrom(error.message), through: after };
  }
}

async function lookUp(
  { awaited, reports }: SilentSources,
  after: string | undefined,
  time: string,
  most: number,
): Promise<SilentMails> {
  const [day, clock] = [civilDate(time.slice(0, 10)), time.slice(10)];
  const until = `${addDays(day, -daysAwaited)}${clock}`;
  const silent = new Set<string>();
  let [through, sent, lookedAt] = [after, 0, 0];
  let isStopped = false;
  const limit = pLimit(requestsAtOnce);
  for await (const notes of awaited.between(after, until)) {
    if (lookedAt >= most) {
      isStopped = true;
      break;
    }
    const mailIds = notes.flatMap((note) => note.mailIds);
    const requests: Promise<void>[] = [];
    for await (const some of batchesOf(mailIds)) {
      requests.push(
        limit(async () => {
          const found = await reports.onMails(some);
          sent += found.sent;
          for (const { mailId } of found.silent) silent.add(mailId);
        }),
      );
    }
    await Promise.all(requests);
    lookedAt += mailIds.length;
    through = notes.at(-1)?.place ?? through;
  }
  if (silent.size > 0 && through !== undefined) {
    for await (const notes of awaited.between(through, everLater))
      for (const { mailIds } of notes) for (const mailId of mailIds) silent.delete(mailId);
  }
  const named = await inDetail(reports, [...silent].toSorted().slice(0, mostNamed));
  const stoppedAt = isStopped ? through?.split('#')[0] : undefined;
  return { named, count: silent.size, sent, stoppedAt, through };
}

async function inDetail(
  reports: SilentSources['reports'],
  mailIds: readonly string[],
): Promise<readonly SilentMail[]> {
  const { silent } = await reports.onMails(mailIds);
  const numbers = await reports.numbersOf(silent);
  return silent.map((mail) => ({ ...namesOf(mail), number: numbers.get(mail.mailId) })).toSorted(byDay);
}

function namesOf({ mailId, licenceId, kind, sentOn }: Mail): SilentMail {
  return { mailId, licenceId, kind, sentOn };
}

function byDay(one: SilentMail, other: SilentMail): number {
  const days = (one.sentOn ?? '').localeCompare(other.sentOn ?? '');
  return days || one.mailId.localeCompare(other.mailId);
}
