import { timeOfCloud } from '../../client/clock/embedded-clock.ts';
import type { ConsoleSettings } from '../../client/console/console-settings.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { connect } from '../shell/connect.ts';
import type { Invocation } from '../shell/invocation.ts';
import { keepConsole, type KeepOptions } from './keep-console.ts';

/** Serves the console of the deployment that the environment points to, until the operator stops it. */
export async function runConsole(at: Invocation, options: KeepOptions): Promise<void> {
  await keepConsole(at, settingsFor(await connect(at)), options);
}

/** The settings of a console where the process's environment points to the deployment. */
export function settingsFor(deployment: Deployment): ConsoleSettings {
  const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region = 'AWS' } = process.env;
  return {
    deployment,
    now: () => timeOfCloud(process.env, new Date().toISOString()),
    place: endpoint === undefined ? region : 'embedded cloud',
  };
}
