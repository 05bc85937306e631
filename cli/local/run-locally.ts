import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { synthesise } from '../simulate/synthesise.ts';

/** Runs the synthesised application on an embedded cloud until the operator stops it. */
export async function runLocally({ output, signal }: Invocation, port: number, data: string): Promise<void> {
  const folder = resolve(data);
  const assembly = join(folder, 'cdk.out');
  makeFolder(folder);
  await refuseIfTaken(port);
  output.note('synthesising the application');
  await synthesise(assembly, signal);
  const cloud = await start(assembly, folder, port);
  try {
    signal.throwIfAborted();
    output.print(`The embedded cloud runs at ${cloud.endpoint}`);
    output.print(`mails to look at  ${cloud.mailViewer}`);
    output.print(`data              ${folder}`);
    output.print();
    output.print('Paste this in the terminal in which you work on it:');
    output.print(`export ${exported(cloud.environment)}`);
    output.print();
    output.print('No schedule fires by itself: `npx perennial run PLAN` runs a day. Ctrl-C stops the cloud.');
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await cloud.stop();
  }
  output.note(`stopped; its data stay in ${folder}`);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw refused(`--data: ${folder} is no folder that can be written; name another`, { cause: error });
  }
}

/** Before the application is synthesised, which takes its time. */
async function refuseIfTaken(port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refused(
      `--port: ${port} cannot be had (${why}): stop what uses it, or name another such as ${port + 1}`,
      { cause: error },
    );
  }
  server.close();
  await once(server, 'close');
}

async function start(assembly: string, data: string, port: number): Promise<Cloud> {
  try {
    return await startCloud({ assembly, data, port });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw refused(`the embedded cloud cannot start: ${error.message}`, { cause: error });
  }
}

function exported(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
