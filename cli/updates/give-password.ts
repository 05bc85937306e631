import { whyNoUpdates } from '../../domain/updates/updates.ts';
import type { ChangeOptions } from '../activities/change-options.ts';
import { onLicence } from '../activities/apply-command.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';

/**
 * Records the request for a password in the journal. A covered customer gets it by mail, and it is printed. Refuses a
 * version that is not published. Fails if the licence is not covered, which the journal records too.
 */
export async function givePassword(
  at: Invocation,
  licenceId: string,
  version: string,
  options: ChangeOptions,
): Promise<void> {
  const { events, password } = await onLicence(
    at,
    licenceId,
    options,
    async ({ plan, licence }, deployment) => {
      const { product } = licence.facts;
      const refusal = whyNoUpdates(plan, product);
      if (refusal !== undefined) throw refused(`Licence ${licenceId}: ${refusal}`);
      const published = await deployment.updates(plan.id, product);
      if (published.some((update) => update.version === version))
        return { activity: 'request-password', version };
      const known = published.map((update) => update.version).join(', ');
      throw refused(
        `Version ${version} of ${product} is not published. ${known === '' ? 'Publish it with `npx perennial updates publish`.' : `Published versions: ${known}.`}`,
      );
    },
  );
  const refusal = events.find((event) => event.type === 'UpdatePasswordRefused');
  if (refusal !== undefined) throw failed(`No password was given: ${refusal.because}.`);
  if (password !== undefined && options.json !== true) at.output.print(`password  ${password}`);
}
