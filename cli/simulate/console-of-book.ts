import { Deployment } from '../../client/deployment/deployment.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import { noonIn } from '../../domain/time/instant.ts';
import type { Cloud } from '../../local/cloud.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { plans } from '../../plans/index.ts';
import { keepConsole } from '../console/keep-console.ts';
import { settingsFor } from '../console/run-console.ts';
import type { Invocation } from '../shell/invocation.ts';

const hour = 60 * 60 * 1000;

/** Serves the console on the cloud on which a book was played, until Ctrl-C: there it is the last day, after its runs. */
export async function consoleOfBook(
  at: Pick<Invocation, 'output' | 'signal' | 'ask'>,
  cloud: Cloud,
  lastDay: CivilDate,
): Promise<void> {
  const noons = plans.map(({ timeZone }) => Date.parse(noonIn(timeZone, lastDay)));
  // An hour after the last plan's run, which is before the next run of the plan that is furthest east.
  cloud.clock.set(new Date(Math.max(...noons) - 5 * hour).toISOString());
  at.output.print(
    `You can look at the book as it stands on ${lastDay}: search for a licence or a customer, or move the clock.`,
  );
  at.output.print(`The customer's page runs at ${cloud.outputs[outputs.portalAddress] ?? ''}`);
  const settings = settingsFor(new Deployment(cloud.outputs));
  await keepConsole(at, settings, { port: 0, opensBrowser: true });
}
