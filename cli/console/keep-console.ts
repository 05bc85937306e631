import { once } from 'node:events';
import type { ConsoleSettings } from '../../client/console/console-settings.ts';
import type { Invocation } from '../shell/invocation.ts';
import { openBrowser } from './open-browser.ts';
import { serveConsole } from './serve-console.ts';

/** How a console is served. */
export interface KeepOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly opensBrowser: boolean;
}

/** Serves the console until the operator stops it with Ctrl-C. The browser is opened only from a terminal. */
export async function keepConsole(
  { output, signal, ask }: Pick<Invocation, 'output' | 'signal' | 'ask'>,
  settings: ConsoleSettings,
  { port, opensBrowser }: KeepOptions,
): Promise<void> {
  const served = await serveConsole(settings, port);
  try {
    output.print(`The console runs at ${served.address}`);
    output.print('Its address has a token: do not share it. To stop the console, press Ctrl-C.');
    if (opensBrowser && ask !== undefined) openBrowser(served.address);
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await served.stop();
  }
}
