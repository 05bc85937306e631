import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import { ServiceError } from '../shared/service-error.ts';
import type { Schedule } from './schedule.ts';

/**
 * Answers ListSchedules of EventBridge Scheduler: those that are enabled, all at once.
 * @throws ServiceError for another operation
 */
export function listSchedules(
  { method, url }: ServiceRequest,
  schedules: readonly Schedule[],
): ServiceAnswer {
  if (method !== 'GET' || url.split('?')[0] !== '/schedules') {
    throw new ServiceError(
      'NotImplemented',
      `the embedded cloud does only ListSchedules of EventBridge Scheduler, not ${method} ${url}`,
      {},
      501,
    );
  }
  const Schedules = schedules.map(({ name, arn, group, target }) => ({
    Name: name,
    Arn: arn,
    GroupName: group,
    State: 'ENABLED',
    Target: { Arn: target },
  }));
  return answerOf(200, 'application/json', JSON.stringify({ Schedules }));
}
