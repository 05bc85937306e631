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
  let changed = 0;
  let problems = 0;
  let after: string | undefined;
  do {
    signal.throwIfAborted();
    const { licences, next } = await deployment.operator.followCustomer({ customerId, after });
    for (const { licenceId, outcome, reason } of licences) {
      if (outcome === 'changed') changed += 1;
      if (outcome !== 'failed') continue;
      problems += 1;
      output.note(`Failed: licence ${licenceId}: ${reason ?? 'no reason was given'}`);
    }
    after = next;
  } while (after !== undefined);
  if (changed > 0) output.note(`${countOf(changed, 'licence')} of customer ${customerId} changed with it.`);
  if (problems > 0)
    throw failed(
      `${countOf(problems, 'licence')} did not change. Remove the cause and give the command again.`,
    );
  return changed;
}
