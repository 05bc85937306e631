/** What the customer's page answers to somebody who signs in: a status, or why there was no answer. */
export type PortalAnswer =
  | { readonly status: number }
  /** The error's code, such as `ENOTFOUND`, where the network or TLS gave one. */
  | { readonly problem: string; readonly code?: string | undefined };

/** As long as a function of the page may take, and a little. */
const patienceMilliseconds = 30_000;

/** Opens the page on which everybody may ask for a link. @param address of the customer's page, without a slash at its end */
export async function answerOfPortal(address: string): Promise<PortalAnswer> {
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const { status } = await fetch(`${address}/sign-in`, { redirect: 'manual', signal });
    return { status };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const problem = cause instanceof Error ? cause.message : String(cause);
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    return { problem, code: typeof code === 'string' ? code : undefined };
  }
}
