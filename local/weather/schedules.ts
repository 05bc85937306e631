import type { ScheduleWeather } from '../scheduler/fire.ts';
import type { Weather } from './weather.ts';

const minute = 60_000;
const longestMinutes = 120;

/** How late each firing of a schedule comes, for each time that it does: EventBridge promises once at least. */
export function latenessUnder(weather: Weather): ScheduleWeather['latenessOf'] {
  return ({ schedule, instant }) => {
    const name = `${schedule.name} at ${instant.toString()}`;
    const times = weather.happens('schedule twice', name) ? 2 : 1;
    const isLate = weather.happens('schedule late', name);
    const late = isLate ? weather.of(`how late ${name}`).between(1, longestMinutes) * minute : 0;
    return Array.from({ length: times }, () => late);
  };
}
