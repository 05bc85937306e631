/** The account and region that the embedded cloud answers for. */
export interface Account {
  readonly region: string;
  readonly accountId: string;
  /** Address of the cloud, `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  /** The address of each HTTP API, `http://127.0.0.1:PORT`, by the id of the API and of its domain. */
  readonly apis: ReadonlyMap<string, string>;
}

/** The access key id of the local user, who is the account's administrator. */
export const localKey = 'local';

/** The account of a cloud. There is but one, whose number the emulators of S3, SQS and SNS dictate. */
export function accountAt(endpoint: string, apis: Account['apis'] = new Map()): Account {
  return { region: 'us-east-1', accountId: '000000000000', endpoint, apis };
}

/** The ARN of something in an account, `arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE`. */
export function arn(account: Account, service: string, resource: string): string {
  return `arn:aws:${service}:${account.region}:${account.accountId}:${resource}`;
}

/**
 * Environment variables that point an AWS SDK at an embedded cloud, and away from the
 * configuration files and credentials of whoever runs it.
 * @param accessKeyId says who calls
 */
export function sdkEnvironment(account: Account, accessKeyId = localKey): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: account.endpoint,
    AWS_REGION: account.region,
    AWS_DEFAULT_REGION: account.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}
