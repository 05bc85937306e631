import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../domain/plan/plan.ts';
import { composeMail } from '../../../mail/compose.ts';
import { Play } from '../../support/application/play.ts';
import { mailOf, read, subjectOf } from '../../support/mail/mails.ts';
import { activeImage, oneOfEach, videoSystem } from '../../support/mail/plays.ts';
import { faultsIn } from '../../support/mail/validator.ts';

const cases = oneOfEach.flatMap(({ play, wanted }) =>
  ['en-GB', 'de-DE'].map((locale) => ({ kind: wanted.kind, locale, play, wanted })),
);

describe.each(cases)('the page of the mail $kind in $locale', ({ locale, play, wanted }) => {
  const composed = mailOf(play, { ...wanted, customer: { locale } });

  it('is valid HTML that a screen reader can follow', async () => {
    expect(await faultsIn((await composed).html)).toEqual([]);
  });

  it('has a caption and heads of its own in every table of facts, and stays far from being clipped', async () => {
    const { html, mime } = await composed;
    const tables = html
      .split('<table')
      .filter((part) => part.includes('</table>') && !part.startsWith(' role='));
    for (const table of tables) expect(table).toMatch(/<caption[^>]*>[^<]+<\/caption>.*scope="row"/s);
    expect(tables.length).toBeGreaterThan(0);
    expect(mime.length).toBeLessThan(30_000);
  });
});

describe('the page of a mail', () => {
  it('previews its subject matter, not the greeting', async () => {
    const { html } = await mailOf(activeImage().until('2026-01-13'), { kind: 'reminder' });
    expect(html).toMatch(
      /<div class="preheader"[^>]*>The maintenance of ActiveImage \(Server\) under licence L-1 ends/,
    );
  });

  it('wears the vendor’s colours by day and by night', async () => {
    const play = videoSystem().until('2026-03-14');
    const { html } = await mailOf(play, { kind: 'renewed' });
    const [sheet = '', body = ''] = html.split('</style>');
    expect(body).toContain('border-top:4px solid #b8400d');
    expect(sheet.slice(sheet.indexOf('prefers-color-scheme:dark'))).toContain(
      '.link{color:#ff9f6b!important}',
    );
  });

  it('has the logo go with it, and lists it as no file', async () => {
    const mail = await read(await mailOf(videoSystem().until('2026-03-14'), { kind: 'renewed' }));
    const pictures = mail.attachments.filter(({ contentType }) => contentType.startsWith('image/'));
    expect(pictures).toMatchObject([
      { contentId: '<logo>', contentType: 'image/png', contentDisposition: 'inline', related: true },
    ]);
    expect(mail.html).toContain('src="data:image/png;base64,');
  });

  it('fetches a logo that is on the web', async () => {
    const { plan } = videoSystem();
    const logo = {
      from: 'web',
      address: 'https://video.example/logo.png?a=1&b=2',
      width: 40,
      height: 20,
    } as const;
    const worn: Plan = { ...plan, vendor: { ...plan.vendor, branding: { ...plan.vendor.branding, logo } } };
    const play = new Play(worn, { product: 'ProBox', purchasedOn: '2025-03-15' }).until('2026-03-14');
    const composed = await mailOf(play, { kind: 'renewed' });
    expect(composed.html).toContain(
      '<img src="https://video.example/logo.png?a=1&amp;b=2" width="40" height="20"',
    );
    const { attachments } = await read(composed);
    expect(attachments.filter(({ contentType }) => contentType.startsWith('image/'))).toEqual([]);
  });

  it('has the one thing to do as a button that prepares the mail', async () => {
    const { html, text } = await mailOf(activeImage().until('2026-01-13'), { kind: 'quote' });
    const [, address = ''] = /<a class="press" href="([^"]*)"/.exec(html) ?? [];
    const url = new URL(address.replaceAll('&amp;', '&'));
    expect(url.protocol + url.pathname).toBe('mailto:maintenance@netjapan.example');
    expect(url.searchParams.get('subject')).toBe('We accept quote L-1-Q1');
    expect(url.searchParams.get('body')).toBe(
      'Licence (serial number): L-1\r\nProduct: ActiveImage (Server)\r\nNumber of years (1, 2 or 3):',
    );
    expect(text).toContain(
      '> Accept this quote\n  By email to maintenance@netjapan.example with the subject “We accept quote L-1-Q1”.',
    );
  });

  it('has no button to accept a quote that is accepted', async () => {
    const play = activeImage().until('2026-01-13').on('2026-01-14', 'accept-quote', 1);
    const { html } = await mailOf(play, { kind: 'quote', sentOn: '2026-01-14' });
    expect(html).not.toContain('class="press"');
  });

  it('stops reminders by a link whose words are the customer’s, and by the same address in plain text', async () => {
    const stopLink = 'https://stop.example/?licence=L-1&token=abc';
    const wanted = { kind: 'quote', customer: { locale: 'de-DE' } } as const;
    const subject = subjectOf(activeImage().until('2026-01-13'), wanted);
    const { html, text } = await composeMail({ ...subject, stopLink });
    expect(html).toContain('href="https://stop.example/?licence=L-1&amp;token=abc"');
    expect(html).toContain('>Erinnerungen, Angebote und Neuigkeiten abbestellen</a>');
    expect(text).toContain(`Erinnerungen, Angebote und Neuigkeiten abbestellen: ${stopLink}`);
  });

  it('lets no product reach out of the mail that a button prepares', async () => {
    const { plan } = activeImage();
    const product = 'A&cc=x@y.example"><b>';
    const play = new Play(plan, { product, purchasedOn: '2025-03-15' }).until('2026-01-13');
    const { html } = await mailOf(play, { kind: 'quote' });
    const [, address = ''] = /<a class="press" href="([^"]*)"/.exec(html) ?? [];
    const { searchParams } = new URL(address.replaceAll('&amp;', '&'));
    expect([...searchParams.keys()]).toEqual(['subject', 'body']);
    expect(searchParams.get('body')).toContain(product);
  });
});
