import { type CivilDate, dayIn } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { Refused } from './refused.ts';
import { instantOf, type Request } from '../operations/request.ts';

/** The plan's day at the instant of a request. */
export function todayOf({ timeZone }: Plan, request: Request): CivilDate {
  return dayIn(timeZone, instantOf(request));
}

/** Throws `Refused` for a day that is later than today. */
export function refuseTheFuture(plan: Plan, request: Request, day: CivilDate): void {
  const today = todayOf(plan, request);
  if (day <= today) return;
  throw new Refused(
    `${day} is later than today, ${today} in ${plan.timeZone}. Name today or an earlier day.`,
  );
}
