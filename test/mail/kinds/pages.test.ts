import { describe, expect, it } from 'vitest';
import type { MailKind } from '../../../mail/kinds/index.ts';
import { mailOf, partner } from '../../support/mail/mails.ts';
import { aReminder, oneOfEach } from '../../support/mail/plays.ts';

/** Where the button of each kind of mail leads, for those of the plays. */
const paths: Readonly<Record<MailKind, RegExp>> = {
  reminder: /^\/quotes\/L-1-Q1$|^\/licences\/L-1\/quote$/,
  quote: /^\/quotes\/L-1-Q\d$/,
  'renewal-notice': /^\/licences\/L-1\/cancel$/,
  renewed: /^\/licences\/L-1$/,
  invoice: /^\/invoices\/L-1-I\d$/,
  'payment-reminder': /^\/invoices\/L-1-I\d$/,
  'final-notice': /^\/invoices\/L-1-I\d$/,
  lapse: /^\/licences\/L-1(\/quote)?$|^\/quotes\/L-1-Q\d$/,
  cancelled: /^\/licences\/L-1\/resume$/,
  resumed: /^\/licences\/L-1(\/quote)?$/,
  reinstated: /^\/licences\/L-1$/,
  transferred: /^\/licences\/L-1$/,
  'transferred-away': /^\/licences$/,
  activated: /^\/licences\/L-1$/,
  'term-statement': /^\/licences\/L-1$/,
  receipt: /^\/invoices\/L-1-I\d$|^\/licences\/L-1$/,
  'payment-reversed': /^\/licences\/L-1$|^\/invoices\/L-1-I\d$/,
  'credit-note': /^\/credit-notes\/L-1-/,
  refund: /^\/licences\/L-1$/,
  hold: /^\/licences\/L-1$/,
  'lapse-reversed': /^\/licences\/L-1$/,
  'change-quote': /^\/quotes\/L-1-Q\d$/,
  changed: /^\/licences\/L-1$/,
  ticket: /^\/licences\/L-1\/support$/,
  'support-declined': /^\/licences\/L-1\/(support|quote)$|^\/quotes\/L-1-Q\d$/,
  'remote-access': /^\/licences\/L-1\/support$/,
  'update-available': /^\/licences\/L-1\/updates$/,
  'update-missed': /^\/licences\/L-1\/(updates|quote)$|^\/quotes\/L-1-Q\d$/,
  'update-password': /^\/licences\/L-1\/updates$/,
  'update-refused': /^\/licences\/L-1\/(updates|quote)$|^\/quotes\/L-1-Q\d$/,
  announcements: /^\/licences\/L-1\/updates$/,
};

const link = /https:\/\/page\.example\/in\/[^\s"]+/g;

describe.each(oneOfEach)('the mail $wanted.kind', ({ play, wanted }) => {
  it('has one button, to the page of its matter, for its first reader; the text has the same link', async () => {
    const { html, text, to } = await mailOf(play, { ...wanted, leadsToPage: true });
    const links = html.match(link) ?? [];
    expect(links).toHaveLength(1);
    expect(text.match(link)).toEqual(links);
    const prefix = `https://page.example/in/C-1/${to.address}`;
    expect(links[0]?.slice(0, prefix.length)).toBe(prefix);
    expect(links[0]?.slice(prefix.length)).toMatch(paths[wanted.kind]);
    expect(html).not.toMatch(/class="press" href="mailto:/);
    expect(text).toContain('Or reply to this email, if you prefer.');
  });

  it('asks for a mail, if at all, where there is no page', async () => {
    const { html, text } = await mailOf(play, wanted);
    expect(html + text).not.toMatch(/page\.example|Or reply to this email, if you prefer/);
  });
});

it('is for the partner, where the partner reads it in place of the customer', async () => {
  const email = 'systems@holmes.example';
  const undeliverable = [{ address: email, on: '2026-01-01' as never }];
  const { html, to } = await mailOf(aReminder.play, {
    kind: 'reminder',
    customer: { email, undeliverable },
    partner: partner(),
    leadsToPage: true,
  });
  expect(to.contact).toBe('partner');
  expect(html.match(link)?.[0]).toContain('/in/P-1/north@it.example/');
});
