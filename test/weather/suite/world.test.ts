import { expect, test } from 'vitest';
import { Random } from '../../../local/weather/random.ts';
import { type Invocation, running, World } from '../world/world.ts';

const hour = 3_600_000;

const invocation: Invocation = {
  functionName: 'operator',
  isStopped: false,
  mails: new Set(),
  fail: () => undefined,
};

/** What the machine does for a function and the world does not see: loading a module takes such a time. */
const machineAtWork = () => new Promise((resolve) => setTimeout(resolve, 20));

test('no time passes while the machine works for a function', async () => {
  const world = new World(0, new Random(1));
  let isTimedOut = false;
  world.after(hour, () => {
    isTimedOut = true;
  });
  await world.until(world.run(machineAtWork));
  expect({ isTimedOut, now: world.now }).toEqual({ isTimedOut: false, now: 0 });
});

test('time passes for a function that waits in the world', async () => {
  const world = new World(0, new Random(1));
  await world.until(world.run(() => running.run(invocation, () => world.sleep(hour))));
  expect(world.now).toBe(hour);
});
