import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { Play } from '../../support/application/play.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { mailOf, partner, read } from '../../support/mail/mails.ts';
import { aReminder, oneOfEach } from '../../support/mail/plays.ts';

const name = 'Müller & "Söhne" <GmbH>\r\nBcc: x@y';
const onOneLine = 'Müller & "Söhne" <GmbH> Bcc: x@y';

describe.each(oneOfEach)('a customer and a partner with a hostile name, in the mail $wanted.kind', (one) => {
  const composed = mailOf(one.play, {
    ...one.wanted,
    customer: { name, locale: 'de-DE' },
    partner: partner({ name }),
  });

  it('inject no header', async () => {
    const mail = await read(await composed);
    expect(mail.bcc).toBeUndefined();
    expect(mail.to).toMatchObject({ value: [{ name: onOneLine, address: 'systems@holmes.example' }] });
    expect([...mail.headers.keys()].toSorted()).toEqual(
      [
        'auto-submitted',
        ...(mail.cc === undefined ? [] : ['cc']),
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
        'x-perennial-mail',
      ].toSorted(),
    );
  });

  it('inject no markup and no line', async () => {
    const { html, text } = await composed;
    expect(html).not.toContain('<GmbH>');
    expect(html).toContain('Müller &amp; &quot;Söhne&quot; &lt;GmbH&gt; Bcc: x@y');
    expect(text).toContain(`Kunde: ${onOneLine}`);
    expect(text.split('\n').filter((line) => line.startsWith('Bcc'))).toEqual([]);
  });
});

it('lets no product reach into the subject, the headers or the markup', async () => {
  const product = 'Suite</title><script>alert(1)</script>\nBcc: x@y.example\u202e\u2028';
  const play = new Play(netjapanMaintenance, { product, purchasedOn: '2025-03-15' }).until('2026-01-13');
  const composed = await mailOf(play, { kind: 'quote' });
  const mail = await read(composed);
  expect(mail.bcc).toBeUndefined();
  expect(mail.subject).toBe(composed.subject);
  expect(composed.subject).toMatch(
    /^Suite<\/title><script>alert\(1\)<\/script> Bcc: x@y\.example , licence L-1: /,
  );
  expect(composed.html).not.toMatch(/<script|<\/title>.*<\/title>|\u202e|\u2028/s);
});

it('shows a name that looks like an encoded word as it is written', async () => {
  const disguised = '=?utf-8?Q?Bank?= <pay@bank.example>';
  const mail = await mailOf(aReminder.play, { ...aReminder.wanted, customer: { name: disguised } });
  const parsed = await simpleParser(mail.mime);
  expect(parsed.to).toMatchObject({
    value: [{ name: '= ?utf-8?Q?Bank?= <pay@bank.example>', address: 'systems@holmes.example' }],
  });
});

it('brings names in other scripts out right', async () => {
  const mail = await mailOf(aReminder.play, {
    ...aReminder.wanted,
    customer: { name: '株式会社 山田 👩‍🔧' },
  });
  const parsed = await read(mail);
  expect(parsed.to).toMatchObject({ value: [{ name: '株式会社 山田 👩‍🔧' }] });
  expect(parsed.text).toContain('Customer: 株式会社 山田 👩‍🔧');
});
