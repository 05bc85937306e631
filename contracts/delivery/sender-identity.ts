/** A domain that mails come from, as SES knows it. */
export interface SenderIdentity {
  readonly isVerified: boolean;
  /** `SUCCESS`, `PENDING`, `FAILED`, `TEMPORARY_FAILURE` or `NOT_STARTED`. */
  readonly dkim: string;
  readonly mailFrom?: { readonly domain: string; readonly status: string } | undefined;
}

export const publishRecords = 'publish the records of the output that begins with NextStepPublishRecordsOf';

/** Why mails of a sender are not signed, and what to do; undefined where they are. @param identity undefined where SES has none */
export function dkimProblem(
  identity: SenderIdentity | undefined,
): { readonly found: string; readonly remedy: string } | undefined {
  if (identity === undefined) {
    return { found: 'SES has no such identity in this region', remedy: 'deploy with `npx cdk deploy --all`' };
  }
  const { isVerified, dkim } = identity;
  if (dkim === 'FAILED' || dkim === 'TEMPORARY_FAILURE') {
    return {
      found: `DKIM ${dkim}: SES looked for the records for 72 hours`,
      remedy: `${publishRecords}, then switch DKIM of the identity off and on in the console of SES`,
    };
  }
  if (isVerified && dkim === 'SUCCESS') return undefined;
  return {
    found: `not verified yet (DKIM ${dkim})`,
    remedy: `${publishRecords} within 72 hours of the deployment`,
  };
}
