import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SendRawEmailCommand, SESClient, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import { expect, test } from 'vitest';
import { startCloud } from '../../../local/cloud.ts';
import { clientOf, startTestCloud, tempFolder, writeAssembly } from '../../support/local/assembly.ts';

const message = (subject: string, headers: string[] = []): Buffer =>
  Buffer.from(
    [
      'From: renewals@example.com',
      'To: anna@example.org',
      `Subject: ${subject}`,
      ...headers,
      '',
      'Grüße',
      '',
    ].join('\r\n'),
  );

test('an accepted mail lies unchanged as a file, and is listed with its tags and envelope', async () => {
  const data = tempFolder();
  const cloud = await startTestCloud(writeAssembly({}), data);
  const ses = new SESClient(clientOf(cloud));
  const tagged = message('First', [
    'X-SES-MESSAGE-TAGS: mailId=L-1.2026.invoice,',
    '  kind=invoice',
    'X-SES-CONFIGURATION-SET: renewals',
  ]);
  const first = await ses.send(new SendRawEmailCommand({ RawMessage: { Data: tagged } }));
  const second = await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: message('Second') },
      Source: 'bounce@example.com',
      Destinations: ['anna@example.org', 'partner@example.net'],
      Tags: [
        { Name: 'mailId', Value: 'L-2' },
        { Name: 'kind', Value: 'quote' },
      ],
      ConfigurationSetName: 'renewals',
    }),
  );
  const file = (id = ''): string => join(data, 'mail', `${id}.eml`);
  expect(cloud.mails()).toEqual([
    {
      messageId: first.MessageId,
      file: file(first.MessageId),
      destinations: [],
      tags: { mailId: 'L-1.2026.invoice', kind: 'invoice' },
      configurationSet: 'renewals',
    },
    {
      messageId: second.MessageId,
      file: file(second.MessageId),
      source: 'bounce@example.com',
      destinations: ['anna@example.org', 'partner@example.net'],
      tags: { mailId: 'L-2', kind: 'quote' },
      configurationSet: 'renewals',
    },
  ]);
  expect(await readFile(file(first.MessageId))).toEqual(tagged);
});

test('mails are shown in a browser, where no script of them runs', async () => {
  const cloud = await startTestCloud(writeAssembly({}));
  const ses = new SESClient(clientOf(cloud));
  const Data = Buffer.from(
    message('=?utf-8?Q?Gr=C3=BC=C3=9Fe_&_more?=', ['Content-Type: text/html; charset=utf-8'])
      .toString()
      .replace(/Grüße/, '<p>Hello</p><script>steal()</script>'),
  );
  const { MessageId } = await ses.send(new SendRawEmailCommand({ RawMessage: { Data } }));
  const list = await (await fetch(cloud.mailViewer)).text();
  expect(list).toContain(`<a href="/mails/${MessageId}">Grüße &amp; more</a>`);
  const shown = await fetch(`${cloud.mailViewer}/${MessageId}`);
  expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
  const text = await shown.text();
  expect(text).toContain('&lt;p&gt;Hello&lt;/p&gt;');
  expect(text).not.toContain('<script>');
  expect((await fetch(`${cloud.mailViewer}/nobody`)).status).toBe(404);
});

test('an index whose last line was cut off is mended; a broken line within is named with the remedy', async () => {
  const [assembly, data] = [writeAssembly({}), tempFolder()];
  const first = await startCloud({ assembly, data });
  await new SESClient(clientOf(first)).send(
    new SendRawEmailCommand({ RawMessage: { Data: message('First') } }),
  );
  const mails = first.mails();
  await first.stop();
  const index = join(data, 'mail', 'index.jsonl');
  await appendFile(index, '{"messageId":"cut o');
  const second = await startCloud({ assembly, data });
  expect(second.mails()).toEqual(mails);
  await second.stop();
  await appendFile(index, 'nothing\n');
  await expect(startTestCloud(assembly, data)).rejects.toThrow(`line 2 of ${index}`);
});

test('a message without a sender is rejected and kept nowhere', async () => {
  const cloud = await startTestCloud(writeAssembly({}));
  const ses = new SESClient({ ...clientOf(cloud), maxAttempts: 1 });
  await expect(
    ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from('Subject: nobody\r\n\r\n') } })),
  ).rejects.toMatchObject({
    name: 'MessageRejected',
  });
  expect(cloud.mails()).toEqual([]);
});

test('what SES does beside sending raw mail is refused, not pretended', async () => {
  const cloud = await startTestCloud(writeAssembly({}));
  const ses = new SESClient({ ...clientOf(cloud), maxAttempts: 1 });
  await expect(
    ses.send(new VerifyEmailIdentityCommand({ EmailAddress: 'a@example.com' })),
  ).rejects.toMatchObject({ name: 'InvalidAction' });
});
