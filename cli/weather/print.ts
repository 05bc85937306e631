import type { WeatherReport } from '../../local/cloud.ts';
import type { Output } from '../shell/output.ts';

/** Prints what has gone wrong under a seed, and how often. */
export function printWeather(output: Output, { seed, kinds }: WeatherReport): void {
  output.table(
    [`weather ${seed}`, 'how often', 'times'],
    kinds.map(({ kind, frequency, times }) => [kind, frequency, times]),
  );
}

/** Says in one line what to expect of a seed. */
export function forecastOf({ seed, kinds }: WeatherReport): string {
  const of = (wanted: string) =>
    kinds.filter(({ frequency }) => frequency === wanted).map(({ kind }) => kind);
  const listed = (wanted: string) => of(wanted).join(', ') || 'nothing';
  return `Weather ${seed}. Frequent: ${listed('frequent')}. Absent: ${listed('absent')}. Everything else is rare.`;
}
