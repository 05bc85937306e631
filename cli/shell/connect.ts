import { outputsOf } from '../../adapters/cloudformation/stack-outputs.ts';
import { stacks } from '../../contracts/stacks.ts';
import { refused } from './ending.ts';
import { Deployment } from '../../client/deployment/deployment.ts';
import { obstacleIn } from './obstacles.ts';

/**
 * Finds what was deployed where the SDK's environment points to: AWS_PROFILE or keys, AWS_REGION, and for the embedded
 * cloud AWS_ENDPOINT_URL. Refuses, with the remedy, where there is nothing or no way to it.
 */
export async function connect(): Promise<Deployment> {
  try {
    return new Deployment(await outputsOf([stacks.licences, stacks.renewals]));
  } catch (error) {
    const obstacle = obstacleIn(error, process.env);
    throw obstacle === undefined ? error : refused(obstacle, { cause: error });
  }
}
