import { NotDeployed } from './connect.ts';

const otherwise = 'or start `npx perennial local` and paste the line that it prints.';

/** Why AWS or the embedded cloud does not work, and the remedy; undefined for other errors. */
export function connectionProblemIn(error: unknown, environment: NodeJS.ProcessEnv): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region } = environment;
  const where = endpoint ?? `region ${region ?? 'of the AWS profile'}`;
  if (error instanceof NotDeployed) {
    return `${error.message} at ${where}. Deploy it with \`npx cdk deploy --all\`, set AWS_PROFILE and AWS_REGION to its account and region, ${otherwise}`;
  }
  if (error.name === 'NotValid') {
    return `${error.message}. Import the row of a customer again to repair it.`;
  }
  if (error.name === 'CredentialsProviderError') {
    return `No AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, ${otherwise}`;
  }
  if (error.message.includes('Region is missing')) {
    return `No AWS region is set. Set AWS_REGION, for example to eu-central-1, ${otherwise}`;
  }
  const code = 'code' in error ? String(error.code) : error.name;
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'TimeoutError'].includes(code)) {
    return `There is no answer from ${where} (${code}). Start \`npx perennial local\`, or unset AWS_ENDPOINT_URL to work on AWS.`;
  }
  if (!('$metadata' in error)) return undefined;
  const remedy = /AccessDenied|NotAuthorized|ExpiredToken|InvalidClientTokenId|UnrecognizedClient/.test(
    error.name,
  )
    ? '. Check that the credentials are valid and have the policy that `npx perennial --help` names.'
    : '';
  return `The request to ${where} failed with ${error.name}: ${error.message}${remedy}`;
}
