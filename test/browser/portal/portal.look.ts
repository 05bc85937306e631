import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'vitest';
import { openChromium } from '../../support/browser/chromium.ts';
import { openPlayedSample } from '../../support/browser/played-sample.ts';
import { followMail } from '../../support/browser/visit.ts';

// Pictures of the customer's pages in both languages, narrow and wide, light and dark.
const folder = process.env['LOOK_FOLDER'] ?? path.join(tmpdir(), 'perennial-portal');
const licences = ['ST-4001', 'ST-4003', 'SMA-5003', 'SMA-5001', 'VT-3004'];
const readers = [
  { address: 'technik@kaufhaus-sued.example', subject: 'SMA-5003' },
  { address: 'postmaster@desert-mail.example', subject: 'ST-4001' },
];
const looks = [
  { width: 320, theme: 'dark', language: 'de' },
  { width: 320, theme: 'light', language: 'en' },
  { width: 1280, theme: 'light', language: 'de' },
  { width: 1280, theme: 'dark', language: 'en' },
] as const;
/** No more pages of one reader in one look: the links of a book lead to hundreds. */
const mostPages = 30;

test('takes pictures of every page', async () => {
  mkdirSync(folder, { recursive: true });
  const sample = await openPlayedSample('five-plans', { from: '2026-05-01', to: '2026-05-01' }, licences);
  const browser = await openChromium();
  try {
    for (const { address, subject } of readers)
      for (const { language, ...look } of looks) {
        const page = await followMail({ browser, sample }, address, subject, look);
        const { origin } = new URL(page.url());
        await page.goto(`${origin}/language/${language}?to=/licences`);
        const seen = new Set<string>();
        const todo = [
          '/licences',
          '/documents',
          '/payments',
          '/account',
          '/sign-in',
          '/sign-in/sent',
          '/nothing',
        ];
        for (let at = todo.shift(); at !== undefined && seen.size < mostPages; at = todo.shift()) {
          if (seen.has(at)) continue;
          seen.add(at);
          await page.goto(origin + at);
          const name = `${at.replaceAll(/[^\w-]+/g, '_')}-${language}-${look.width}-${look.theme}.png`;
          await page.screenshot({ path: path.join(folder, name), fullPage: true });
          const found = await page.evaluate<string[]>(
            `[...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href'))`,
          );
          todo.push(...found.filter((each) => !/^\/(language|documents\/)|\/export$/.test(each)));
        }
        await page.context().close();
      }
  } finally {
    await browser.close();
    await sample.close();
  }
});
