import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

let operator: Operator;
let covered: string;
let lapsed: string;
beforeAll(async () => {
  operator = await openOperator();
  covered = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-12-31' });
  lapsed = await operator.licence(vtubeLaserSmp, { coverEnds: '2025-12-31' });
}, 300_000);
afterAll(() => operator.stop());

const updates = (...args: readonly string[]) => operator.on('2026-03-01', ['updates', ...args, '--yes']);
const publish = (product: string, version: string, plan = 'vtube-laser-smp') =>
  updates('publish', '--plan', plan, '--product', product, '--version', version);

describe('publishing an update', () => {
  test('e-mails entitled customers and those without cover, each once', async () => {
    const first = await publish('VTube-LASER', '26.1');
    expect({ status: first.status, err: first.err }).toMatchObject({ status: 0 });
    expect(first.out).toMatch(
      /licences +2\ne-mailed, entitled to the update +1\ne-mailed, without cover +1\n/,
    );
    expect((await operator.journal(lapsed)).at(-1)).toBe('UpdateAnnounced');
    const again = await publish('VTube-LASER', '26.1');
    expect(again.out).toMatch(/e-mailed before +2\n/);
  });

  test.each([
    ['an unknown product', 'VTube-STEP', '1', 'vtube-laser-smp', 'only of VTube-LASER'],
    ['a plan that announces none', 'Smart-Net', '1', 'smart-net-user-group', 'announces no updates'],
    ['an unknown plan', 'X', '1', 'none', 'The plans are'],
    ['no version', 'VTube-LASER', 'the new one', 'vtube-laser-smp', 'a version such as 16.3'],
  ])('is refused for %s, and nothing happens', async (_what, product, version, plan, says) => {
    const before = await operator.journal(covered);
    const { status, err } = await publish(product, version, plan);
    expect([status, err]).toEqual([2, expect.stringContaining(says)]);
    expect(await operator.journal(covered)).toEqual(before);
  });
});

describe('the password of an update', () => {
  test('is given to a licence that is covered, always the same, and another to another version', async () => {
    await publish('VTube-LASER', '26.2');
    const passwords = [];
    for (const version of ['26.1', '26.1', '26.2']) {
      const { status, out } = await updates('password', covered, version);
      expect(status).toBe(0);
      passwords.push(/^password +(\w{5}-\w{5}-\w{5})$/m.exec(out)?.[1]);
    }
    const [first, second, other] = passwords;
    expect(first).toMatch(/./);
    expect(second).toBe(first);
    expect(other).not.toBe(first);
    expect((await operator.journal(covered)).filter((type) => type === 'UpdatePasswordGiven')).toHaveLength(
      3,
    );
  });

  test('is refused to a licence without cover, with the reason, and the journal records it', async () => {
    const { status, err } = await updates('password', lapsed, '26.1');
    expect([status, err]).toEqual([1, expect.stringContaining('updates need a plan in force')]);
    expect((await operator.journal(lapsed)).at(-1)).toBe('UpdatePasswordRefused');
  });

  test('of a version that was never published is refused with those that were, and no event', async () => {
    const before = await operator.journal(covered);
    const { status, err } = await updates('password', covered, '99');
    expect([status, err]).toEqual([2, expect.stringContaining('Published versions: 26.1, 26.2.')]);
    expect(await operator.journal(covered)).toEqual(before);
  });

  test('of a plan without updates is refused', async () => {
    const member = await operator.licence(smartNetUserGroup, { coverEnds: '2026-12-31' });
    const { status, err } = await updates('password', member, '1');
    expect([status, err]).toEqual([2, expect.stringContaining('announces no updates')]);
  });
});

test('a customer leaves the announcement list and joins it again', async () => {
  expect((await updates('leave', covered)).status).toBe(0);
  await publish('VTube-LASER', '26.3');
  expect((await operator.journal(covered)).slice(-2)).toEqual(['AnnouncementsLeft', 'UpdateNotAnnounced']);
  expect((await updates('join', covered)).status).toBe(0);
  expect((await updates('join', covered)).status).toBe(1);
});
