import { connect as connectTo } from '../../client/deployment/connect.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { versionNotice } from '../../client/deployment/version-notice.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { version } from '../../contracts/deployment/version.ts';
import { refused } from './ending.ts';
import type { Invocation } from './invocation.ts';
import { connectionProblemIn } from '../../client/deployment/connection-problem.ts';
import type { Output } from './output.ts';

/** Outputs on which the difference of versions was printed already. */
const notified = new WeakSet<Output>();

/**
 * Finds the deployment. Refuses, with the remedy, if there is none or it cannot be reached. Prints once if its version
 * differs from this checkout's.
 */
export async function connect({ output }: Pick<Invocation, 'output'>): Promise<Deployment> {
  const deployment = await connectTo().catch((error: unknown) => {
    const problem = connectionProblemIn(error, process.env);
    throw problem === undefined ? error : refused(problem, { cause: error });
  });
  const notice = versionNotice(version, deployment.outputs[outputs.version]);
  if (notice !== undefined && !notified.has(output)) output.note(notice);
  notified.add(output);
  return deployment;
}
