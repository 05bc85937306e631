import { once } from 'node:events';
import { timeOfCloud } from '../../client/clock/embedded-clock.ts';
import { connect } from '../shell/connect.ts';
import type { Invocation } from '../shell/invocation.ts';
import { openBrowser } from './open-browser.ts';
import { serveConsole } from './serve-console.ts';

interface RunOptions {
  readonly port: number;
  readonly opensBrowser: boolean;
}

/** Serves the console of the deployment that the environment points to, until the operator stops it. */
export async function runConsole(at: Invocation, { port, opensBrowser }: RunOptions): Promise<void> {
  const { output, signal } = at;
  const deployment = await connect(at);
  const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region = 'AWS' } = process.env;
  const place = endpoint === undefined ? region : 'embedded cloud';
  const now = () => timeOfCloud(process.env, new Date().toISOString());
  const served = await serveConsole({ deployment, now, place }, port);
  try {
    output.print(`The console runs at ${served.address}`);
    output.print('To stop it, press Ctrl-C.');
    if (opensBrowser && at.ask !== undefined) openBrowser(served.address);
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await served.stop();
  }
}
