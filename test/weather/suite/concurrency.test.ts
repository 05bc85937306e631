import { expect, test } from 'vitest';
import { Random } from '../../../local/weather/random.ts';
import { Concurrency } from '../world/concurrency.ts';
import { clearSky } from '../world/faults.ts';
import { Sky } from '../world/sky.ts';
import { World } from '../world/world.ts';

function under(callsTurnedAway: number) {
  const world = new World(0, new Random(1));
  const weather = { ...clearSky, callsTurnedAway };
  const sky = new Sky(world, weather, () => ({}), {});
  return { world, sky, concurrency: new Concurrency(sky) };
}

test('all calls are turned away for some minutes, and then none', async () => {
  const { world, sky, concurrency } = under(1);
  const turnedAway = 'Lambda.TooManyRequestsException: Rate Exceeded.';
  expect(() => {
    concurrency.admit('act');
  }).toThrow(turnedAway);
  sky.clear();
  expect(() => {
    concurrency.admit('assess');
  }).toThrow(turnedAway);
  await world.advance(600_000);
  expect(() => {
    concurrency.admit('act');
  }).not.toThrow();
  expect(sky.counts.get('calls turned away')).toBe(1);
});
