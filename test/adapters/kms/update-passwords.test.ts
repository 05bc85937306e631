import { afterAll, beforeAll, expect, test } from 'vitest';
import { UpdatePasswords } from '../../../adapters/kms/update-passwords.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let passwords: UpdatePasswords;

beforeAll(async () => {
  cloud = await openCloud();
  passwords = new UpdatePasswords(process.env);
});
afterAll(() => cloud.stop());

test('each update has a password of its own for each licence, the same whenever it is asked for', async () => {
  const asked = [
    await passwords.passwordOf('L-1', 'Tube', '2.10'),
    await passwords.passwordOf('L-2', 'Tube', '2.10'),
    await passwords.passwordOf('L-1', 'Tube', '2.11'),
    await passwords.passwordOf('L-1', 'Laser', '2.10'),
  ];
  expect(new Set(asked).size).toBe(4);
  for (const password of asked) expect(password).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  expect(await passwords.passwordOf('L-1', 'Tube', '2.10')).toBe(asked[0]);
});

test('there is no password without the key', async () => {
  const lost = new UpdatePasswords({ ...process.env, UPDATE_PASSWORD_KEY: 'no-such-key' });
  await expect(lost.passwordOf('L-1', 'Tube', '2.10')).rejects.toMatchObject({ name: 'NotFoundException' });
});
