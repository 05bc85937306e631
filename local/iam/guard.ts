import { callerOf } from '../endpoint/caller.ts';
import type { Handler, ServiceAnswer, ServiceRequest } from '../endpoint/exchange.ts';
import { asServiceError } from '../endpoint/protocols.ts';
import { listBucket, placeOf } from './calls/s3.ts';
import { describe } from './calls/describe.ts';
import type { Facts } from './calls/facts.ts';
import { accessDenied, type Permissions } from './policies/permissions.ts';
import { anonymous, type Principal } from './policies/principals.ts';
import { refused } from '../endpoint/refusals.ts';

/**
 * Puts the check of permissions before every service: a request passes when its caller may do all that it does.
 * @param handlers by the name in a signature's scope
 */
export function guarded(
  handlers: ReadonlyMap<string, Handler>,
  permissions: Permissions,
  facts: Facts,
): ReadonlyMap<string, Handler> {
  const guard = (service: string, handler: Handler): Handler => {
    return async (request) => {
      let caller: Principal;
      try {
        caller = callerOf(request, facts.account)?.principal ?? anonymous;
        permissions.check(caller, ...describe(service, request, facts));
      } catch (error) {
        return refused(service, asServiceError(error));
      }
      const answer = await handler(request);
      return service === 's3' ? withoutSecrets(answer, request, caller, permissions) : answer;
    };
  };
  return new Map([...handlers].map(([service, handler]) => [service, guard(service, handler)]));
}

/** A caller that may not list a bucket does not learn that an object does not exist: S3 answers that access is denied. */
function withoutSecrets(
  answer: ServiceAnswer | undefined,
  { url }: ServiceRequest,
  caller: Principal,
  permissions: Permissions,
): ServiceAnswer | undefined {
  const { bucket, key } = placeOf(url);
  if (answer?.statusCode !== 404 || key === '' || permissions.allows(caller, listBucket(bucket)))
    return answer;
  return refused('s3', accessDenied(caller, listBucket(bucket), 'because no policy allows it'));
}
