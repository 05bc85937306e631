import { principalOf, type Principal } from '../iam/policies/principals.ts';
import type { Account } from '../shared/account.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { ServiceRequest } from './exchange.ts';

/** What a request says of who signed it. */
type Signed = Pick<ServiceRequest, 'headers' | 'url'>;

/** Who signed a request. */
export interface Caller {
  readonly accessKeyId: string;
  readonly principal: Principal;
}

/** The scope of a signature: `KEY/20260115/us-east-1/dynamodb/aws4_request`. */
const scope = /^([^/]+)\/[^/]+\/[^/]+\/([a-z0-9-]+)\/aws4_request$/;

/**
 * Who made a request: the one place that says so, for permissions and for functions that record who asked.
 * @returns undefined for an unsigned request, whose caller is anonymous
 * @throws ServiceError for an access key that this cloud did not give
 */
export function callerOf(request: Signed, account: Account): Caller | undefined {
  const accessKeyId = scopeOf(request)?.accessKeyId;
  if (accessKeyId === undefined) return undefined;
  const principal = principalOf(accessKeyId, account);
  if (principal === undefined) {
    throw new ServiceError(
      'UnrecognizedClientException',
      `The security token included in the request is invalid: the embedded cloud has no access key ${accessKeyId}; ` +
        'use local, or policy:NAME for a user with one managed policy',
      {},
      403,
    );
  }
  return { accessKeyId, principal };
}

/** What a function learns about the caller who signed, by its URL and by an HTTP API alike. */
export function authorizerOf(
  { accessKeyId, principal }: Caller,
  { accountId }: Account,
): { readonly iam: Readonly<Record<string, string>> } {
  return {
    iam: {
      accessKey: accessKeyId,
      accountId,
      callerId: principal.arn,
      userArn: principal.arn,
      userId: principal.arn,
    },
  };
}

/** The AWS service that a request is for, by the scope of its signature; undefined for an unsigned request. */
export function serviceOf(request: Signed): string | undefined {
  return scopeOf(request)?.service;
}

/** Reads the scope of a signature, in the Authorization header or, for a presigned address, in its query. */
function scopeOf({
  headers,
  url,
}: Signed): { readonly accessKeyId: string; readonly service: string } | undefined {
  const inHeader = /Credential=([^,\s]+)/.exec(headers['authorization'] ?? '')?.[1];
  const inQuery = new URLSearchParams(url.split('?')[1]).get('X-Amz-Credential');
  const [, accessKeyId, service] = scope.exec(inHeader ?? inQuery ?? '') ?? [];
  return accessKeyId === undefined || service === undefined ? undefined : { accessKeyId, service };
}
