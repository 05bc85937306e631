import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { collectMails, type Outgoing } from '../../../cli/simulate/mails.ts';
import type { Mail } from '../../../local/cloud.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'perennial-mails-'));
  onTestFinished(() => {
    rmSync(made, { recursive: true });
  });
  return made;
}

function accepted(mailId: string, message: string): Mail {
  const file = join(folder(), 'message.eml');
  writeFileSync(file, message);
  return { messageId: 'ses-1', file, destinations: [], tags: { mail: mailId } };
}

function outgoing(mailId: string, own: object = {}): [string, Outgoing] {
  const mail = { licenceId: 'L-1', mailId, kind: 'quote', version: 3, on: '2026-01-05', ...own };
  return [mailId, { mail: { ...mail, status: 'sent', attempts: 1 } as Outgoing['mail'], customerId: 'C-1' }];
}

const withCopy = [
  'To: =?UTF-8?Q?S=C3=B6hne?= <it@soehne.example>',
  'Cc: renewals@north.example',
  'Subject: =?UTF-8?Q?Angebot_f=C3=BCr_ein_Jahr?=',
  '',
  'Guten Tag',
].join('\r\n');
const plain = 'To: it@soehne.example\r\nSubject: Reminder\r\n\r\nHello';

test('each mail has a line that says what it is, in the order of sending, and its file', async () => {
  const out = folder();
  const sent = [accepted('M-2', withCopy), accepted('M-1', plain)];
  const called = new Map([outgoing('M-1', { kind: 'reminder', sentOn: '2026-01-07' }), outgoing('M-2')]);
  const of = { licenceId: 'L-1', customerId: 'C-1', to: 'it@soehne.example' };
  expect(await collectMails(sent, called, out)).toEqual([
    {
      ...of,
      date: '2026-01-05',
      kind: 'quote',
      cc: 'renewals@north.example',
      subject: 'Angebot für ein Jahr',
      file: 'mail/00001-M-2.eml',
    },
    {
      ...of,
      date: '2026-01-07',
      kind: 'reminder',
      cc: null,
      subject: 'Reminder',
      file: 'mail/00002-M-1.eml',
    },
  ]);
  expect(readFileSync(join(out, 'mail/00001-M-2.eml'), 'utf8')).toBe(withCopy);
});

test('the id of a mail may be longer than a file’s name', async () => {
  const mailId = `${'x'.repeat(600)}-00000003-quote`;
  const [line] = await collectMails([accepted(mailId, plain)], new Map([outgoing(mailId)]), folder());
  expect(line?.file).toMatch(/^mail\/00001-x+-00000003-quote\.eml$/);
});

test('a mail that no licence has called for is an error', async () => {
  await expect(collectMails([accepted('M-9', plain)], new Map(), folder())).rejects.toThrow('M-9');
});
