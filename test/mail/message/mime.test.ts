import { describe, expect, it } from 'vitest';
import { mailOf, read, type Wanted } from '../../support/mail/mails.ts';
import { activeImage } from '../../support/mail/plays.ts';

const play = activeImage().until('2026-01-13');
const quote = (more: Partial<Wanted> = {}) => mailOf(play, { kind: 'quote', ...more });

describe('the message', () => {
  it('is the same, byte by byte, for the same subject', async () => {
    const [once, again] = [await quote(), await quote()];
    expect(once.mime.equals(again.mime)).toBe(true);
  });

  it('is dated noon of the day on which it goes out', async () => {
    const mail = await read(await quote({ sentOn: '2026-01-15' }));
    expect(mail.date?.toISOString()).toBe('2026-01-15T12:00:00.000Z');
  });

  it('carries its id, and says that no person wrote it', async () => {
    const composed = await quote({ mailId: 'L-1-00000003-quote' });
    const mail = await read(composed);
    expect(mail.messageId).toBe('<L-1-00000003-quote@netjapan.example>');
    expect(composed.messageId).toBe(mail.messageId);
    expect(mail.headers.get('x-perennial-mail')).toBe('L-1-00000003-quote');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.has('x-mailer')).toBe(false);
  });

  it('gives different mails different Message-IDs, also where ids hold what a Message-ID may not', async () => {
    const ids = await Promise.all(
      ['a b', 'a-b', 'a@b', 'ä', 'a=20b'].map(
        async (mailId) => (await read(await quote({ mailId }))).messageId,
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^<[A-Za-z0-9=_-]+@netjapan\.example>$/);
  });

  it('is text and HTML as alternatives, in lines that every server takes', async () => {
    const composed = await quote({ customer: { locale: 'ja-JP', name: '株式会社 山田' } });
    const { mime, text, html } = composed;
    const mail = await read(composed);
    expect(mail.text).toBe(text);
    expect(mail.html).toBe(html);
    expect(mail.attachments).toEqual([]);
    const lines = mime.toString('latin1').split('\r\n');
    expect(lines[0]).toMatch(/^[\w-]+: /);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(mime.every((byte) => byte < 0x80)).toBe(true);
  });
});
