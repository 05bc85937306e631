import type { SenderIdentities } from '../../adapters/inspection/sender-identities.ts';
import { dkimProblem } from '../../contracts/delivery/sender-identity.ts';
import { reasonFrom } from '../../contracts/workflow/reason.ts';

/** A sender whose DKIM is not verified, or of which that is not known. */
export interface SenderProblem {
  readonly domain: string;
  readonly found: string;
  /** What to do. */
  readonly remedy: string;
}

/** The problems of the senders, in their order. That SES cannot be asked keeps nothing else from the operators. */
export async function senderProblems(
  identities: Pick<SenderIdentities, 'identity'>,
  domains: readonly string[],
): Promise<readonly SenderProblem[]> {
  const looked = await Promise.all([...new Set(domains)].map((domain) => look(identities, domain)));
  return looked.filter((problem) => problem !== undefined);
}

async function look(
  identities: Pick<SenderIdentities, 'identity'>,
  domain: string,
): Promise<SenderProblem | undefined> {
  try {
    const problem = dkimProblem(await identities.identity(domain));
    return problem === undefined ? undefined : { domain, ...problem };
  } catch (error) {
    const why = reasonFrom(error instanceof Error ? error.message : String(error));
    const remedy = 'ask with `npx perennial doctor`';
    return { domain, found: `SES could not be asked about its DKIM: ${why}`, remedy };
  }
}
