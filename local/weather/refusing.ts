import type { ServiceAnswer } from '../endpoint/exchange.ts';
import { refused } from '../endpoint/refusals.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { NamedRequest } from './named-request.ts';
import type { Random } from './random.ts';

/** Answers as a service does that gets more requests than it takes. */
export function throttle({ service, operation, members }: NamedRequest, random: Random): ServiceAnswer {
  switch (service) {
    case 'dynamodb': {
      const exceeded = 'Throughput exceeds the current throughput limit for your table or index.';
      if (operation === 'TransactWriteItems' && random.is(0.5)) {
        return refused(
          service,
          cancelled(members, random.pick(['ThrottlingError', 'ProvisionedThroughputExceeded'])),
        );
      }
      const code = random.pick(['ThrottlingException', 'ProvisionedThroughputExceededException']);
      return refused(service, new ServiceError(code, exceeded));
    }
    case 's3':
      return refused(service, new ServiceError('SlowDown', 'Please reduce your request rate.', {}, 503));
    case 'ses':
      return refused(service, new ServiceError('Throttling', 'Maximum sending rate exceeded.'));
    case 'sns':
      return refused(service, new ServiceError('Throttled', 'Rate exceeded', {}, 429));
    case 'sqs':
      return refused(service, new ServiceError('RequestThrottled', 'Request is throttled.', {}, 403));
    default:
      return refused(service, new ServiceError('ThrottlingException', 'Rate exceeded'));
  }
}

/** Answers as a service does that has failed; what it was asked for may have been done. */
export function fail(service: string): ServiceAnswer {
  const why = 'We encountered an internal error. Please try again.';
  switch (service) {
    case 'dynamodb':
      return refused(service, new ServiceError('InternalServerError', why, {}, 500));
    case 'kms':
      return refused(service, new ServiceError('KMSInternalException', why, {}, 500));
    case 's3':
    case 'sns':
      return refused(service, new ServiceError('InternalError', why, {}, 500));
    case 'ses':
    case 'sqs':
      return refused(service, new ServiceError('InternalFailure', why, {}, 500));
    default:
      return refused(service, new ServiceError('InternalServerException', why, {}, 500));
  }
}

/** Whether a request can meet another that writes the same thing: a write of an item, or a conditional one of an object. */
export function canConflict(
  { service, operation }: NamedRequest,
  headers: Readonly<Record<string, string>>,
): boolean {
  if (service === 's3') return operation === 'PUT' && headers['if-none-match'] !== undefined;
  return service === 'dynamodb' && writes.has(operation);
}

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems']);

/** Answers as a service does where another request is writing the same thing: nothing is written. */
export function conflict({ service, operation, members }: NamedRequest): ServiceAnswer {
  if (service === 's3') {
    const why =
      'A conflicting conditional operation is currently in progress against this resource. Please try again.';
    return refused(service, new ServiceError('ConditionalRequestConflict', why, {}, 409));
  }
  if (operation === 'TransactWriteItems') return refused(service, cancelled(members, 'TransactionConflict'));
  return refused(
    service,
    new ServiceError('TransactionConflictException', 'Transaction is ongoing for the item'),
  );
}

const reasons = {
  TransactionConflict: 'Transaction is ongoing for the item',
  ThrottlingError: 'Throughput exceeds the current capacity for one or more global secondary indexes.',
  ProvisionedThroughputExceeded: 'The level of configured provisioned throughput for the table was exceeded.',
} as const;

/** A transaction of which the first action stood in the way of all. */
function cancelled(
  { TransactItems: actions }: NamedRequest['members'],
  Code: keyof typeof reasons,
): ServiceError {
  const others = Array.isArray(actions) ? actions.slice(1).map(() => ({ Code: 'None' })) : [];
  const codes = [Code, ...others.map((other) => other.Code)].join(', ');
  return new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons: [{ Code, Message: reasons[Code] }, ...others] },
  );
}
