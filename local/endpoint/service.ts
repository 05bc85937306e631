import type { IncomingMessage } from 'node:http';

const credential = /\/([a-z0-9-]+)\/aws4_request/;

/**
 * The AWS service that a request is for, by the scope of its signature: `dynamodb` in
 * `Credential=KEY/20260115/us-east-1/dynamodb/aws4_request`, whether in the Authorization header
 * or, for a presigned address, in its query. Undefined for an unsigned request.
 */
export function serviceOf(request: IncomingMessage): string | undefined {
  const { authorization = '' } = request.headers;
  return (credential.exec(authorization) ?? credential.exec(decodeURIComponent(request.url ?? '')))?.[1];
}
