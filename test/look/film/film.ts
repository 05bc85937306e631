import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { runCommandLine } from '../../../cli/command-line.ts';
import { serveConsole } from '../../../cli/console/serve-console.ts';
import { timeOfCloud } from '../../../client/clock/embedded-clock.ts';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { openChromium } from '../../support/browser/chromium.ts';
import { openPlayedSample } from '../../support/browser/played-sample.ts';
import { keptOutput } from '../../support/cli/streams.ts';
import { animatedPng, type Frame } from './animated-png.ts';
import { type Scene, scenes } from './scenes.ts';

// A manager's day in the console as pictures and as a film, into docs/film: `npm run film`. It needs Chromium.
const folder = join(import.meta.dirname, '../../../docs/film');
const today = '2026-04-29';
const viewport = { width: 1280, height: 720 };
const captionHeight = 64;
const milliseconds = 3500;

/* oxlint-disable no-console -- a script speaks to whoever runs it */
console.log('Playing the sample book');
const sample = await openPlayedSample('five-plans', { from: '2025-12-01', to: today });
try {
  await payRent();
  const deployment = new Deployment(sample.cloud.outputs);
  const now = () => timeOfCloud(process.env, new Date().toISOString());
  const served = await serveConsole({ deployment, place: 'embedded cloud', now }, 0);
  const browser = await openChromium();
  try {
    await shoot(browser, served.address);
  } finally {
    await browser.close();
    await served.stop();
  }
} finally {
  await sample.close();
}

/** A payment that matches nothing, as a bank's file has it. */
async function payRent(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'perennial-film-'));
  const file = join(data, 'statement.csv');
  writeFileSync(
    file,
    `valueDate,amount,currency,payer,reference,id\n${today},1450.00,EUR,Hansen & Co,Rent of the shop,B-4711\n`,
  );
  const { output, err } = keptOutput();
  const { signal } = new AbortController();
  const at = { output, signal, now: `${today}T09:00:00Z` };
  const status = await runCommandLine(['payments', 'import', file, '--yes'], at);
  rmSync(data, { recursive: true });
  if (status !== 0) throw new Error(`the payment was not imported: ${err.text}`);
}

async function shoot(browser: Browser, address: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) rmSync(join(folder, old));
  const context = await browser.newContext({
    viewport,
    locale: 'en-GB',
    colorScheme: 'light',
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(address);
  const frames: Frame[] = [];
  for (const [index, scene] of scenes.entries()) {
    await scene.go(page);
    const picture = await pictureOf(page, scene);
    const name = `${String(index + 1).padStart(2, '0')}-${scene.name}.png`;
    writeFileSync(join(folder, name), picture);
    frames.push({ png: await captioned(browser, picture, scene.caption), milliseconds });
    console.log(`${name}: ${scene.caption}`);
  }
  const film = animatedPng(frames);
  writeFileSync(join(folder, 'a-day.png'), film);
  console.log(`a-day.png: ${frames.length} pictures, ${Math.round(film.length / 1000)} kB`);
}

/** The page with a ring around what the scene points at. */
async function pictureOf(page: Page, { points }: Scene): Promise<Buffer> {
  const place = points(page).first();
  await place.waitFor();
  await page.waitForLoadState('networkidle');
  await place.scrollIntoViewIfNeeded();
  // Of an element of a drawing it is the edge that stands out.
  const ring = 'outline:3px solid #e8590c;outline-offset:4px;border-radius:6px';
  const edge = 'stroke:#e8590c!important;stroke-width:3px!important';
  await setStyle(place, `${ring};${edge}`);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await setStyle(place, '');
  return picture;
}

/** What is used of an element in the browser. */
interface ShownElement {
  textContent: string | null;
  setAttribute(name: string, value: string): void;
}

async function setStyle(place: Locator, style: string): Promise<void> {
  await place.evaluate((each: ShownElement, css) => {
    each.setAttribute('style', css);
  }, style);
}

/** The picture above its caption. */
async function captioned(browser: Browser, picture: Buffer, caption: string): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: { ...viewport, height: viewport.height + captionHeight },
  });
  await page.setContent(
    `<style>
      body { margin: 0; font: 500 25px/${captionHeight}px system-ui, sans-serif; background: #16202e; color: #fff; }
      img { display: block; width: ${viewport.width}px; height: ${viewport.height}px; }
      p { margin: 0; padding: 0 24px; white-space: nowrap; }
    </style>
    <img alt="" src="data:image/png;base64,${picture.toString('base64')}"><p></p>`,
  );
  await page.locator('p').evaluate((each: ShownElement, text) => {
    each.textContent = text;
  }, caption);
  const frame = await page.screenshot();
  await page.close();
  return frame;
}
