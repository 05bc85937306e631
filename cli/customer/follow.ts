import { followCustomer as followAll } from '../../client/customers/follow-customer.ts';
import type { Deployment } from '../../client/deployment/deployment.ts';
import { countOf } from '../../client/words/count-of.ts';
import { failed } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';

/**
 * Has all licences of a customer follow it, some at a time, and gives how many have changed. Fails where some could not:
 * the same command again does the rest.
 */
export async function followCustomer(
  { output, signal }: Invocation,
  deployment: Deployment,
  customerId: string,
): Promise<number> {
  const { changed, failed: problems } = await followAll(deployment, customerId, {
    signal,
    onFailed: ({ licenceId, reason }) => {
      output.note(`Failed: licence ${licenceId}: ${reason}`);
    },
  });
  if (changed > 0) output.note(`${countOf(changed, 'licence')} of customer ${customerId} changed with it.`);
  if (problems.length > 0)
    throw failed(
      `${countOf(problems.length, 'licence')} did not change. Remove the cause and run the command again.`,
    );
  return changed;
}
