import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparable, readLines } from './journal.ts';
import { sample, type Simulated, simulate } from './simulate.ts';

/** What a payment is followed by if it is confirmed by the mail about what it paid for. */
const paidFor =
  /^(LapseReversed|(InvoicePaid |ContractReplaced )+(TermStarted|MaintenanceReinstated|LicenceChanged))/;

/** Which events call for a mail, said apart from the code that sends them; `after` are the day's later events. */
const mailed: Record<
  string,
  (
    event: {
      kind?: string;
      basis?: string;
      entitled?: boolean;
      beforeRegistration?: boolean;
      invoices?: readonly string[];
    },
    after: readonly { type: string; charge?: unknown }[],
  ) => string | readonly string[] | undefined
> = {
  PaymentRecorded: (_event, after) => {
    const types = after.map(({ type, charge }) => (charge === undefined ? type : `charged ${type}`));
    return paidFor.test(types.join(' ')) ? undefined : 'receipt';
  },
  RenewalResumed: () => 'resumed',
  ReminderIssued: ({ kind }) =>
    ({
      expiry: 'reminder',
      renewal: 'renewal-notice',
      payment: 'payment-reminder',
      'final-notice': 'final-notice',
    })[kind ?? ''],
  QuoteIssued: () => 'quote',
  QuoteResent: () => 'quote',
  InvoiceIssued: () => 'invoice',
  MaintenanceLapsed: ({ beforeRegistration }) => (beforeRegistration === true ? undefined : 'lapse'),
  TermStarted: ({ basis }) => (basis === 'renewal' ? 'renewed' : undefined),
  MaintenanceReinstated: () => 'reinstated',
  RenewalCancelled: () => 'cancelled',
  LicenceActivated: () => 'activated',
  TermStated: () => 'term-statement',
  TicketOpened: () => 'ticket',
  SupportDeclined: () => 'support-declined',
  RemoteAccessGranted: () => 'remote-access',
  RemoteAccessUsed: () => 'remote-access',
  RemoteAccessEnded: () => 'remote-access',
  UpdateAnnounced: ({ entitled }) => (entitled === true ? 'update-available' : 'update-missed'),
  UpdatePasswordGiven: () => 'update-password',
  UpdatePasswordRefused: () => 'update-refused',
  AnnouncementsLeft: () => 'announcements',
  AnnouncementsJoined: () => 'announcements',
  ChangeQuoted: () => 'change-quote',
  LicenceChanged: () => 'changed',
  PaymentReversed: () => 'payment-reversed',
  CreditNoteIssued: () => 'credit-note',
  RefundRecorded: () => 'refund',
  HoldPlaced: ({ invoices = [] }) => (invoices.length === 0 ? undefined : 'hold'),
  LapseReversed: () => 'lapse-reversed',
  LicenceTransferred: () => ['transferred', 'transferred-away'],
};

/** A sample, the days of its runs, those without, and the file in its folder with the events that it has to give. */
interface PlayedBook {
  readonly book: string;
  readonly from: string;
  readonly to: string;
  readonly missed?: string;
  readonly expected?: string;
  /** Whether the days end before the last event of that file. */
  readonly isCut?: true;
}

/** What holds for every sample. Each has a file of its own, so that they are played side by side. */
export function describeBook({
  book,
  from,
  to,
  missed,
  expected = 'expected.jsonl',
  isCut,
}: PlayedBook): void {
  const more = missed === undefined ? [] : ['--missed', missed];
  describe(`${book} (${expected}), played by the synthesised workflow`, () => {
    let played: Simulated;
    beforeAll(async () => {
      played = await simulate(sample(book), from, to, ...more);
    }, 20 * 60_000);

    it('gives exactly the events that are expected', () => {
      const { out, status, stderr } = played;
      expect(status, stderr).toBe(0);
      const journal = readLines(path.join(out, 'journal.jsonl'));
      // The expectation files have no line for a quote that is sent again; rules.test.ts holds that rule.
      const compared = journal.filter((event) => event.type !== 'QuoteResent');
      const whole = readLines(path.join(sample(book), expected));
      const wanted = isCut === true ? whole.filter(({ date }) => date <= to) : whole;
      expect(comparable(compared)).toEqual(comparable(wanted));
    });

    it('sends one mail for each event that calls for one, and no other', () => {
      const { out } = played;
      const journal = readLines(path.join(out, 'journal.jsonl'));
      const called = journal.flatMap((event, index) => {
        const { date, licenceId } = event;
        const after = journal
          .slice(index + 1)
          .filter((later) => later.licenceId === licenceId && later.date === date);
        const kinds = [mailed[event.type]?.(event, after) ?? []].flat();
        return kinds.map((kind) => `${event.date} ${event.licenceId} ${kind}`);
      });
      const mails = readLines<{
        date: string;
        licenceId: string;
        kind: string;
        file: string;
        subject: string;
      }>(path.join(out, 'mail.jsonl'));
      expect(mails.map(({ date, licenceId, kind }) => `${date} ${licenceId} ${kind}`).sort()).toEqual(
        called.sort(),
      );
      for (const { file } of mails)
        expect(readFileSync(path.join(out, file), 'utf8')).toContain('MIME-Version: 1.0');
      expect(new Set(mails.map((mail) => mail.file)).size).toBe(mails.length);
    });

    it('prints each quote and invoice once, under a number of its own, and a mail brings it along', () => {
      const { out } = played;
      const issues = new Set(['QuoteIssued', 'ChangeQuoted', 'InvoiceIssued', 'CreditNoteIssued']);
      const issued = readLines(path.join(out, 'journal.jsonl')).filter(({ type }) => issues.has(type));
      const documents = readdirSync(path.join(out, 'documents'));
      expect(documents).toHaveLength(issued.length);
      const mails = readdirSync(path.join(out, 'mail')).map((name) =>
        readFileSync(path.join(out, 'mail', name), 'latin1'),
      );
      for (const file of documents) {
        expect(readFileSync(path.join(out, 'documents', file), 'latin1')).toMatch(/^%PDF-/);
        expect(mails.some((mail) => mail.includes(`filename=${file}`))).toBe(true);
      }
    });

    it('is denied nothing by the policies of its roles', () => {
      expect(played.stderr).not.toContain('Denied');
    });

    it('has one succeeded execution a day for each plan, none on missed days', () => {
      const { out } = played;
      const executions = readLines<{ date: string; planId: string; status: string; failed: number }>(
        path.join(out, 'executions.jsonl'),
      );
      expect(executions.filter(({ status, failed }) => status !== 'SUCCEEDED' || failed !== 0)).toEqual([]);
      const keys = executions.map(({ date, planId }) => `${date} ${planId}`);
      expect(new Set(keys).size).toBe(keys.length);
      const then = executions.filter(({ date }) => date >= '2026-04-10' && date <= '2026-04-19');
      const plans = new Set(executions.map(({ planId }) => planId)).size;
      expect(then.length).toBe(more.length === 0 ? 10 * plans : 0);
    });
  });
}
