import type { Page } from 'playwright-core';
import { serveConsole } from '../../../cli/console/serve-console.ts';
import { Deployment } from '../../../client/deployment/deployment.ts';
import { type Look, openChromium, openPage } from './chromium.ts';
import { openPlayedSample, type PlayedSample } from './played-sample.ts';

export interface OpenConsole {
  readonly sample: PlayedSample;
  readonly deployment: Deployment;
  /** Opens a page of the console in a browser profile of its own. */
  open(path: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/** The console on a played sample, at 10:00 UTC of its last day, in Chromium. */
export async function openConsole(...played: Parameters<typeof openPlayedSample>): Promise<OpenConsole> {
  const sample = await openPlayedSample(...played);
  const deployment = new Deployment(sample.cloud.outputs);
  const now = () => Promise.resolve(`${played[1].to}T10:00:00Z`);
  const served = await serveConsole({ deployment, now, place: 'embedded cloud' }, 0);
  const browser = await openChromium();
  return {
    sample,
    deployment,
    open: async (path, look = {}) => {
      const page = await openPage(browser, look);
      await page.goto(served.address);
      await page.goto(new URL(path, served.address).href);
      return page;
    },
    close: async () => {
      await browser.close();
      await served.stop();
      await sample.close();
    },
  };
}
