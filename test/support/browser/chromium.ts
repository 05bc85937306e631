import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's; another one is named in the environment variable CHROMIUM. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** How somebody looks at a page. */
export interface Look {
  /** Width of the screen in CSS pixels; 1280 if left out. */
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** The language that the browser asks for, such as de-DE; en-GB if left out. */
  readonly locale?: string;
  readonly javaScript?: boolean;
}

/** Starts Chromium without a window. Throws with the remedy where there is none. */
export async function openChromium(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(
      `there is no browser at ${executablePath}: install the Debian package chromium, or name one in the environment variable CHROMIUM`,
    );
  }
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath, headless: true, args });
}

/** A page of a browser profile of its own: it shares no cookie with others. Close its context when done. */
export async function openPage(browser: Browser, look: Look = {}): Promise<Page> {
  const { width = 1280, theme = 'light', locale = 'en-GB', javaScript = true } = look;
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: theme,
    locale,
    javaScriptEnabled: javaScript,
    // axe is a script, which a page with a strict Content-Security-Policy would not run.
    bypassCSP: javaScript,
  });
  // A machine may be slow: what does not come at all is what fails.
  context.setDefaultTimeout(120_000);
  return context.newPage();
}
