import { arn, type Account } from '../../shared/account.ts';
import type { Call } from '../policies/evaluate.ts';
import { unknownOperation } from './unknown.ts';

/** What a request to Lambda does, of which only Invoke is known here. */
export function lambdaCalls(method: string, url: string, account: Account): Call[] {
  const reference = /^\/2015-03-31\/functions\/([^/?]+)\/invocations/.exec(url)?.[1];
  if (method !== 'POST' || reference === undefined) return unknownOperation('Lambda', `${method} ${url}`);
  return [invokeFunction(decodeURIComponent(reference), account)];
}

/**
 * Calling a function.
 * @param reference name or ARN, with or without version or alias
 * @param sourceArn of the resource for which a service of AWS calls it
 */
export function invokeFunction(reference: string, account: Account, sourceArn?: string): Call {
  return {
    action: 'lambda:InvokeFunction',
    resource: functionArn(reference, account),
    ...(sourceArn !== undefined && {
      context: { 'aws:sourcearn': [sourceArn], 'aws:sourceaccount': [account.accountId] },
    }),
  };
}

/** Asking a function by its URL, which needs both permissions. @param authType of the URL, `NONE` or `AWS_IAM` */
export function invokeByUrl(name: string, authType: string, account: Account): Call[] {
  const resource = functionArn(name, account);
  const context = { 'lambda:functionurlauthtype': [authType], 'lambda:invokedviafunctionurl': ['true'] };
  return [
    { action: 'lambda:InvokeFunctionUrl', resource, context },
    { action: 'lambda:InvokeFunction', resource, context },
  ];
}

function functionArn(reference: string, account: Account): string {
  return reference.startsWith('arn:') ? reference : arn(account, 'lambda', `function:${reference}`);
}
