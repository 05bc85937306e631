import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { callerOf, serviceOf } from '../../../local/endpoint/caller.ts';
import { policyKey, roleKey } from '../../../local/iam/policies/principals.ts';
import { accountAt } from '../../../local/shared/account.ts';

const account = accountAt('http://127.0.0.1:1');

function signedBy(accessKeyId: string) {
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260115/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=a`;
  return { headers: { authorization }, url: '/' };
}

test.each([
  ['local', `arn:aws:iam::000000000000:user/${userInfo().username}`],
  [roleKey('Renewals-Lapse', 'lapse'), 'arn:aws:sts::000000000000:assumed-role/Renewals-Lapse/lapse'],
  [policyKey('Renewals-ReadOnly'), 'arn:aws:iam::000000000000:user/Renewals-ReadOnly'],
])('the caller with the access key %s is %s', (key, arn) => {
  const request = signedBy(key);
  expect(callerOf(request, account)?.principal.arn).toBe(arn);
  expect(serviceOf(request)).toBe('dynamodb');
});

test('a presigned address names its caller in the query', () => {
  const credential = encodeURIComponent(`${roleKey('Steps', 'quote')}/20260115/us-east-1/s3/aws4_request`);
  const request = { headers: {}, url: `/documents/a.pdf?X-Amz-Credential=${credential}&X-Amz-Signature=b` };
  expect(callerOf(request, account)?.principal).toMatchObject({ kind: 'role', name: 'Steps' });
  expect(serviceOf(request)).toBe('s3');
});

test('an unsigned request has no caller, and an access key that nobody was given is refused', () => {
  expect(callerOf({ headers: {}, url: '/' }, account)).toBeUndefined();
  expect(() => callerOf(signedBy('AKIAIOSFODNN7EXAMPLE'), account)).toThrow('AKIAIOSFODNN7EXAMPLE');
  expect(() => callerOf(signedBy('policy:'), account)).toThrow('policy:');
});
