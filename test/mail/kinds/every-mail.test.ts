import { describe, expect, it } from 'vitest';
import { bodyOf, mailOf, plain, read, wordsOf } from '../../support/mail/mails.ts';
import { aReminder, oneOfEach } from '../../support/mail/plays.ts';

const amount = /\d[\d.,]*[.,]\d\d\b/g;
const date =
  /\d{1,2}\.? (?:January|February|March|April|May|June|Januar|Februar|März|April|Mai|Juni|December|Dezember) \d{4}/g;
const unresolved = /undefined|null|NaN|\[object|[{}]|\$\{|Invalid Date|TODO/;

const cases = oneOfEach.flatMap(({ play, wanted }) =>
  (['en-GB', 'de-DE'] as const).map((locale) => ({ kind: wanted.kind, locale, play, wanted })),
);

describe.each(cases)('the mail $kind in $locale', ({ kind, locale, play, wanted }) => {
  const composed = mailOf(play, { ...wanted, customer: { locale } });

  it('resolves everything', async () => {
    const { subject, text, html } = await composed;
    for (const part of [subject, text, bodyOf(html)]) {
      expect(part).not.toMatch(unresolved);
      expect(part).not.toMatch(/\d{4}-\d\d-\d\d/);
    }
  });

  it('says the same in text and in HTML', async () => {
    const mail = await read(await composed);
    const text = plain(mail.text ?? '');
    const html = wordsOf(mail.html || '');
    expect(html.match(date)?.toSorted()).toEqual(text.match(date)?.toSorted());
    expect(html.match(amount)?.toSorted()).toEqual(text.match(amount)?.toSorted());
    for (const piece of text.split(/\n(?:- | {2}|> )?|: |; |:$/m)) expect(html).toContain(piece.trim());
  });

  it('names the licence, the product, the plan, the vendor and the addressee, and says what it is about', async () => {
    const { kind: composedKind, text, html, subject } = await composed;
    expect(composedKind).toBe(kind);
    const { product } = play.licence.facts;
    for (const name of ['L-1', product, play.plan.name, play.plan.vendor.name, play.plan.vendor.website]) {
      expect(text).toContain(name);
      expect(html).toContain(name);
    }
    expect(text).toContain('Holmes & Daughter Ltd');
    expect(html).toContain('Holmes &amp; Daughter Ltd');
    expect(subject).toContain(product);
    expect(subject).toContain('L-1');
  });

  it('is marked and worded in its language', async () => {
    const { text, html } = await composed;
    expect(html).toContain(locale === 'de-DE' ? '<html lang="de">' : '<html lang="en">');
    expect(text).toMatch(locale === 'de-DE' ? /^Sehr geehrte Damen und Herren,\n/ : /^Dear customer,\n/);
    expect(text).toContain(locale === 'de-DE' ? 'Mit freundlichen Grüßen' : 'Kind regards');
  });
});

it('is written in English for every locale but de-*', async () => {
  const { text } = await mailOf(aReminder.play, { kind: 'reminder', customer: { locale: 'ja-JP' } });
  expect(text).toContain('The maintenance of ActiveImage (Server) under licence L-1 ends on 14 March 2026.');
});
