import { connect as connectTo } from '../../client/deployment/connect.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { versionNotice } from '../../client/deployment/version-notice.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { version } from '../../contracts/deployment/version.ts';
import { refused } from './ending.ts';
import type { Invocation } from './invocation.ts';
import { obstacleIn } from './connection-problem.ts';
import type { Output } from './output.ts';

/** Where a difference of versions was said already. */
const told = new WeakSet<Output>();

/**
 * Finds what was deployed. Refuses, with the remedy, where there is nothing or no way to it. Says once where its version
 * is another than this checkout's.
 */
export async function connect({ output }: Pick<Invocation, 'output'>): Promise<Deployment> {
  const deployment = await connectTo().catch((error: unknown) => {
    const obstacle = obstacleIn(error, process.env);
    throw obstacle === undefined ? error : refused(obstacle, { cause: error });
  });
  const notice = versionNotice(version, deployment.outputs[outputs.version]);
  if (notice !== undefined && !told.has(output)) output.note(notice);
  told.add(output);
  return deployment;
}
