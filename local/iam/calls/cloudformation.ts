import { arn, type Account } from '../../shared/account.ts';
import type { Call } from '../policies/evaluate.ts';

/** What a request to CloudFormation does. */
export function cloudformationCalls(form: URLSearchParams, account: Account): Call[] {
  const stack = form.get('StackName');
  const resource = stack === null ? '*' : arn(account, 'cloudformation', `stack/${stack}/local`);
  return [{ action: `cloudformation:${form.get('Action') ?? ''}`, resource }];
}
