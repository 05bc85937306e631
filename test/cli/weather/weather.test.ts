import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { forecastOf, printWeather } from '../../../cli/weather/print.ts';
import { kinds } from '../../../local/weather/kinds.ts';
import { Weather } from '../../../local/weather/weather.ts';
import { simulate } from '../../support/acceptance/simulate.ts';
import { bookFolder } from '../../support/cli/book-files.ts';
import { keptOutput } from '../../support/cli/streams.ts';

it('says what to expect of a seed, and what happened', () => {
  const report = new Weather(152).report();
  expect(forecastOf(report)).toBe(
    'Weather 152. Frequent: connection refused, slow, killed before a request, bounced for good, bounced for now, complained about, schedule twice. Absent: throttled, write conflict, feedback late. Everything else is rare.',
  );
  const { out, output } = keptOutput();
  printWeather(output, report);
  expect(out.text).toMatch(/^weather 152 +how often +times\nconnection refused +frequent +0\n/);
});

it('simulate plays a bad day, says what happened how often, and succeeds where everything has caught up', async () => {
  const book = bookFolder();
  const { out, status, stdout, stderr } = await simulate(
    book,
    '2026-01-01',
    '2026-01-02',
    '--weather',
    '152',
  );
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('weather 152');
  const written = JSON.parse(readFileSync(path.join(out, 'weather.json'), 'utf8')) as {
    seed: number;
    kinds: { kind: string; times: number }[];
    failedUntilThen: unknown[];
  };
  expect(written.seed).toBe(152);
  expect(written.kinds.map(({ kind }) => kind)).toEqual(kinds);
  expect(written.kinds.find(({ kind }) => kind === 'slow')?.times).toBeGreaterThan(0);
  expect(Array.isArray(written.failedUntilThen)).toBe(true);
  const calm = await simulate(book, '2026-01-01', '2026-01-01', '--weather', 'calm');
  expect(calm.status, calm.stderr).toBe(0);
  expect(existsSync(path.join(calm.out, 'weather.json'))).toBe(false);
  for (const each of [out, calm.out]) rmSync(path.dirname(each), { recursive: true, force: true });
});
