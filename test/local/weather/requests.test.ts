import { expect, it } from 'vitest';
import { IndexLag } from '../../../local/dynamodb/index-lag.ts';
import type { ServiceRequest } from '../../../local/endpoint/exchange.ts';
import { kinds } from '../../../local/weather/kinds.ts';
import { underWeather } from '../../../local/weather/requests.ts';
import { Weather } from '../../../local/weather/weather.ts';

const signed = 'AWS4-HMAC-SHA256 Credential=local/20260115/us-east-1/dynamodb/aws4_request, Signature=0';

function requestFor(id: string): ServiceRequest {
  return {
    method: 'POST',
    url: '/',
    headers: { authorization: signed, 'x-amz-target': 'DynamoDB_20120810.UpdateItem' },
    body: Buffer.from(JSON.stringify({ TableName: 'T', Key: { id: { S: id } } })),
  };
}

const answer = { statusCode: 200, headers: {}, body: '{}' };

/** What becomes of each request, in the order of `ids`: how often the service got it, and what its sender saw. */
async function played(seed: number, ids: readonly string[], clearAfter = Infinity) {
  const weather = new Weather(seed);
  const seen = new Map<string, string>();
  let asked = 0;
  const ask = underWeather(
    () => {
      asked += 1;
      return Promise.resolve(answer);
    },
    weather,
    new IndexLag(() => 0),
  );
  for (const [index, id] of ids.entries()) {
    if (index === clearAfter) weather.clear();
    const before = asked;
    let death = '';
    const die = (errorType: string) => {
      death = errorType;
    };
    const got = await ask(requestFor(id), { functionName: 'f', die });
    const status = got === undefined ? 'cut off' : String(got.statusCode);
    seen.set(id, `${asked - before} times, ${status} ${death}`);
  }
  return { seen, report: weather.report() };
}

const ids = Array.from({ length: 400 }, (_, index) => `L-${index}`);

it('what goes wrong with a request depends on the seed and its name, not on what else is asked and when', async () => {
  const forwards = await played(3, ids);
  const backwards = await played(3, ids.toReversed());
  const some = await played(3, ids.slice(100, 200));
  expect(Object.fromEntries(backwards.seen)).toEqual(Object.fromEntries(forwards.seen));
  for (const [id, what] of some.seen) expect(forwards.seen.get(id)).toBe(what);
  const other = await played(51, ids);
  expect(Object.fromEntries(other.seen)).not.toEqual(Object.fromEntries(forwards.seen));
});

it('a fault strikes before or after the effect, and what kills a function ends it', async () => {
  const outcomes = new Set<string>();
  for (const seed of [3, 51, 152, 256])
    for (const outcome of (await played(seed, ids)).seen.values()) outcomes.add(outcome);
  expect(outcomes).toContain('1 times, 200 ');
  expect(outcomes).toContain('2 times, 200 ');
  expect(outcomes).toContain('0 times, cut off ');
  expect(outcomes).toContain('1 times, cut off ');
  expect(outcomes).toContain('0 times, 400 ');
  expect(outcomes).toContain('0 times, 500 ');
  expect(outcomes).toContain('1 times, 500 ');
  const deaths = [...outcomes].filter((outcome) => /Sandbox|Lambda|Runtime/.test(outcome));
  expect(deaths.length).toBeGreaterThan(0);
  for (const death of deaths) expect(death).toMatch(/^[01] times, cut off /);
});

it('what has gone wrong is counted by kind and by operation, and nothing does once the weather has cleared', async () => {
  const { report } = await played(51, ids);
  expect(report.kinds.map(({ kind }) => kind)).toEqual(kinds);
  const throttled = report.kinds.find(({ kind }) => kind === 'throttled');
  expect(throttled).toMatchObject({ frequency: 'frequent' });
  expect(throttled?.times).toBeGreaterThan(0);
  expect(report.requests['dynamodb:UpdateItem throttled']).toBe(throttled?.times);
  const cleared = await played(51, ids, 0);
  expect(cleared.report.kinds.filter(({ times }) => times > 0)).toEqual([]);
});
