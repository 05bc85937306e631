import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparable, readLines } from '../support/acceptance/journal.ts';
import { sample, type Simulated, simulate } from '../support/acceptance/simulate.ts';
import { pagesOf } from '../support/documents/papers.ts';

interface MailLine {
  readonly date: string;
  readonly licenceId: string;
  readonly kind: string;
  readonly subject: string;
  readonly file: string;
}

describe('customers who want everything together, played by the synthesised workflow', () => {
  let played: Simulated;
  let mails: readonly MailLine[];
  beforeAll(async () => {
    played = await simulate(sample('desk-together'), '2025-12-20', '2026-04-30');
    mails = readLines<MailLine>(path.join(played.out, 'mail.jsonl'));
  }, 20 * 60_000);

  /** The mails of licences whose ids begin so, in the order in which they were sent. */
  function sent(licences: string): readonly string[] {
    return mails
      .filter(({ licenceId }) => licenceId.startsWith(licences))
      .map(({ date, kind, subject }) => `${date} ${kind}: ${subject.replaceAll('\u00A0', ' ')}`);
  }

  it('gives exactly the events that are expected, one for each licence', () => {
    const { out, status, stderr } = played;
    expect(status, stderr).toBe(0);
    const expected = readLines(path.join(sample('desk-together'), 'expected.jsonl'));
    expect(comparable(readLines(path.join(out, 'journal.jsonl')))).toEqual(comparable(expected));
  });

  it('mails the customer with 40 licences five times, from the quote to the receipt and the last reminder', () => {
    expect(sent('ST-').slice(0, -1)).toEqual([
      '2026-03-01 quote: 40 licences: maintenance renewal quote STM-Q-2026-00001, valid until March 31, 2026',
      '2026-03-01 reminder: 40 licences: maintenance ends on March 31, 2026',
      '2026-03-05 invoice: Invoice STM-2026-00001 for 38 licences: $11,637.35, due April 4, 2026',
      '2026-03-20 receipt: We have received your payment of $11,637.35',
      '2026-03-24 reminder: 2 licences: maintenance ends on March 31, 2026',
    ]);
    expect(sent('ST-').at(-1)).toBe('2026-04-01 lapse: 2 licences: maintenance lapsed on April 1, 2026');
  });

  it('has a line for each licence on the one quote and the one invoice, and names the purchase order', async () => {
    const words = async (file: string) => {
      const pages = await pagesOf(readFileSync(path.join(played.out, 'documents', file)));
      return pages.join(' ');
    };
    const quote = await words('STM-Q-2026-00001.pdf');
    const invoice = await words('STM-2026-00001.pdf');
    expect([...quote.matchAll(/ST-\d\d Maintenance of SmarterMail/g)]).toHaveLength(40);
    expect([...invoice.matchAll(/ST-\d\d Maintenance of SmarterMail/g)]).toHaveLength(38);
    expect(invoice).toContain('Your purchase order PO-4711');
    expect(invoice).not.toContain('ST-07');
    expect(readdirSync(path.join(played.out, 'documents')).filter((file) => file.startsWith('STM'))).toEqual([
      'STM-2026-00001.pdf',
      'STM-Q-2026-00001.pdf',
    ]);
  });

  it('says in the events with which licence the mail lies', () => {
    interface SharedEvent {
      readonly type: string;
      readonly licenceId: string;
      readonly shared?: { readonly licenceId: string };
    }
    const events = readLines<SharedEvent>(path.join(played.out, 'journal.jsonl'));
    const quoted = events.filter(
      ({ type, licenceId }) => type === 'QuoteIssued' && licenceId.startsWith('ST'),
    );
    expect(new Set(quoted.map(({ shared }) => shared?.licenceId))).toEqual(new Set(['ST-01']));
  });

  it('reminds of the lines that are open only, and of all lines while they are', () => {
    expect(sent('SN-').filter((mail) => /payment-reminder|final-notice/.test(mail))).toEqual([
      '2026-02-14 payment-reminder: Payment reminder: invoice SNUG-2026-00001 ($456.00), due 15 April 2026 – Smart-Net',
      '2026-03-16 payment-reminder: Payment reminder: invoice SNUG-2026-00001 ($456.00), due 15 April 2026 – Smart-Net',
      '2026-04-01 final-notice: Final payment reminder: invoice SNUG-2026-00001 ($456.00), due 15 April 2026 – Smart-Net',
    ]);
    expect(sent('SMA-').filter((mail) => mail.includes('payment-reminder'))).toEqual([
      '2026-04-09 payment-reminder: Zahlungserinnerung: 1.221,03 € für 3 Lizenzen, fällig am 10. Juni 2026',
    ]);
  });

  it('says in one receipt what a part of the amount paid, and that money in time took back a lapse', async () => {
    const textOf = async (date: string) => {
      const file = mails.find((mail) => mail.kind === 'receipt' && mail.date === date)?.file ?? '';
      return (await simpleParser(readFileSync(path.join(played.out, file)))).text ?? '';
    };
    const part = await textOf('2026-02-10');
    expect(part).toContain('SN-1, Smart-Net: Invoice SNUG-2026-00001, $552.00');
    expect(part).toContain('SN-3, Smart-Net: Invoice SNUG-2026-00001, $456.00, due 15 April 2026');
    expect(await textOf('2026-04-20')).toContain(
      'Your payment had arrived in time: maintenance of SN-3 continues without interruption.',
    );
  });

  it('is denied nothing by the policies of its roles', () => {
    expect(played.stderr).not.toContain('Denied');
  });
});
