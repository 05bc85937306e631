import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { composeMail } from '../../mail/compose.ts';
import { subjectOf } from '../support/mail/mails.ts';
import { oneOfEach } from '../support/mail/plays.ts';

// Pictures of every kind of mail in both languages, narrow and wide, light and dark, to look at: `npm run mails:look`.
const browserPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const folder = path.resolve(process.argv[2] ?? path.join(tmpdir(), 'perennial-mails'));
const widths = [320, 800];
const themes = ['light', 'dark'] as const;
const locales = ['en-GB', 'de-DE'];

/* oxlint-disable no-console -- a script speaks to whoever runs it */
if (existsSync(browserPath)) await takePictures();
else {
  console.error(
    `there is no browser at ${browserPath}: install the Debian package chromium, or name one in the environment variable CHROMIUM`,
  );
  process.exitCode = 1;
}

async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath: browserPath, headless: true, args });
  try {
    for (const mail of await allMails()) await takePicturesOf(browser, mail);
  } finally {
    await browser.close();
  }
  console.log(`the pictures lie in ${folder}`);
}

interface Named {
  readonly name: string;
  readonly html: string;
}

/** Every kind of mail in every language, with the logo in the page, since a browser has no mail to take it from. */
async function allMails(): Promise<readonly Named[]> {
  const mails = oneOfEach.flatMap(({ play, wanted }) =>
    locales.map(async (locale) => {
      const { logo } = play.plan.vendor.branding;
      const inPage = logo?.from === 'attachment' ? `data:image/png;base64,${logo.png}` : '';
      const { kind, html } = await composeMail(
        subjectOf(play, { ...wanted, leadsToPage: true, customer: { locale } }),
      );
      return { name: `${kind}-${locale.slice(0, 2)}`, html: html.replace('cid:logo', inPage) };
    }),
  );
  return Promise.all(mails);
}

/** Tells of a mail that is wider than its screen, which a picture of the whole page would hide. */
async function takePicturesOf(browser: Browser, { name, html }: Named): Promise<void> {
  for (const colorScheme of themes) {
    for (const width of widths) {
      const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme });
      await page.setContent(html);
      const file = path.join(folder, `${name}-${width}-${colorScheme}.png`);
      writeFileSync(file, await page.screenshot({ fullPage: true }));
      const used = await page.evaluate('document.documentElement.scrollWidth');
      if (used !== width) console.error(`${name} takes ${String(used)} px on a screen of ${width} px`);
      await page.close();
    }
  }
}
