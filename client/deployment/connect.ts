import { outputsOf } from '../../adapters/cloudformation/stack-outputs.ts';
import { stacks } from '../../contracts/deployment/stacks.ts';
import { Deployment } from './deployment.ts';

export { NotDeployed } from '../../adapters/cloudformation/stack-outputs.ts';

/**
 * Finds what was deployed where the SDK's environment points to: AWS_PROFILE or keys, AWS_REGION, and for the embedded
 * cloud AWS_ENDPOINT_URL. Throws `NotDeployed` where there is nothing, and the SDK's errors where there is no way to it.
 */
export async function connect(): Promise<Deployment> {
  return new Deployment(await outputsOf([stacks.licences, stacks.renewals]));
}
