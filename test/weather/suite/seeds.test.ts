import { expect, test } from 'vitest';
import { weather } from './support.ts';

test('whatever fails between the application and its services, nothing is lost and nothing is doubled', async () => {
  const args = ['--seeds', '200', '--licences', '5', '--days', '400', '--workers', '2', '--rarities'];
  const { printed, status } = await weather(args);
  expect(printed).toContain('0 of 200 seeds failed');
  expect(printed).toContain('everything that sometimes happens has happened');
  expect(status).toBe(0);
}, 900_000);

test('one jump ends like single days, the order of licences does not matter, a day run again changes nothing', async () => {
  const { printed, status } = await weather(['--metamorphic', '--seed', '7', '--seeds', '2']);
  expect(printed).toContain('2 seeds end the same in every way');
  expect(status).toBe(0);
}, 300_000);
