import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { type Cloud, provideDataFolder, startCloud } from '../../local/cloud.ts';
import { Deployment } from '../../client/deployment/deployment.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { settingsFor } from '../console/run-console.ts';
import { type ServedConsole, serveConsole } from '../console/serve-console.ts';
import { pointSdkAt } from '../shell/point-sdk-at.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { synthesise } from '../assembly/synthesise.ts';
import { forecastOf, printWeather } from '../weather/print.ts';

export interface LocalCloud {
  readonly port: number;
  /** Folder of its data. */
  readonly data: string;
  /** Seed of what goes wrong; undefined for nothing. */
  readonly weather?: number | undefined;
}

/** Runs the synthesised application on an embedded cloud until the operator stops it. */
export async function runLocally({ output, signal }: Invocation, settings: LocalCloud): Promise<void> {
  const { port, data, weather } = settings;
  const folder = resolve(data);
  makeFolder(folder);
  await refuseIfTaken(port);
  output.note('Synthesising the application');
  const assembly = await synthesise(signal);
  try {
    await runFrom(assembly.folder, { port, data: folder, weather }, { output, signal });
  } finally {
    assembly.release();
  }
}

async function runFrom(
  assembly: string,
  settings: LocalCloud,
  { output, signal }: Pick<Invocation, 'output' | 'signal'>,
): Promise<void> {
  const { data: folder } = settings;
  const cloud = await start(assembly, settings);
  const restore = pointSdkAt(cloud.environment);
  let served: ServedConsole | undefined;
  try {
    signal.throwIfAborted();
    served = await serveConsole(settingsFor(new Deployment(cloud.outputs)), 0);
    output.print(`The embedded cloud runs at ${cloud.endpoint}`);
    output.list([
      ['console', served.address],
      ['mail viewer', cloud.mailViewer],
      ["customer's page", cloud.outputs[outputs.portalAddress] ?? ''],
      ...hostedConsole(cloud.outputs),
      ['data', folder],
    ]);
    output.print('Open the console in a browser. Its address has a token: do not share it.');
    output.print();
    output.print('Paste this line into the terminal in which you use it:');
    output.print(`export ${exported(cloud.environment)}`);
    output.print();
    const weather = cloud.weather.report();
    if (weather !== undefined) {
      output.print(forecastOf(weather));
      output.print();
    }
    output.print(
      'Schedules do not fire by themselves. To move its clock and run all plans in between, use `npx perennial clock --days 1`. To run a day of a plan, use `npx perennial run PLAN`. To stop the cloud, press Ctrl-C.',
    );
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await served?.stop();
    restore();
    await cloud.stop();
  }
  const weather = cloud.weather.report();
  if (weather !== undefined) printWeather(output, weather);
  output.note(`Stopped. The data stay in ${folder}.`);
}

/** The console behind the company's sign-in, where the configuration has one. */
function hostedConsole({ [outputs.consoleAddress]: address }: Cloud['outputs']): [string, string][] {
  return address === undefined ? [] : [['console with sign-in', address]];
}

function makeFolder(folder: string): void {
  try {
    provideDataFolder(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw refused(`--data: ${why}`, { cause: error });
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
      `--port: Port ${port} is not available (${why}). Stop the program that uses it, or choose another port such as ${port + 1}.`,
      { cause: error },
    );
  }
  server.close();
  await once(server, 'close');
}

async function start(assembly: string, settings: LocalCloud): Promise<Cloud> {
  try {
    return await startCloud({ assembly, ...settings });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw refused(`The embedded cloud cannot start: ${error.message}`, { cause: error });
  }
}

function exported(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
