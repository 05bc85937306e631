import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { netjapanMaintenance } from '../../plans/netjapan-maintenance.ts';
import { vtubeLaserSmp } from '../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from './support/operator.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
});
afterAll(() => operator.stop());

describe('entitlements', () => {
  test('of a licence say what may be used, since and until when it is covered, and each benefit with its rule', async () => {
    const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
    const { status, out } = await operator.on('2026-03-01', ['entitlements', licenceId]);
    expect(status).toBe(0);
    expect(out).toContain('may be used: a perpetual licence works for ever');
    expect(out).toContain('in force since 2025-07-01 until 2026-06-30');
    expect(out).toMatch(/Updates with new PDF manuals +included +the plan gives updates with new manuals/);
  });

  test('on a later day are those of that day, also where no run has lapsed the licence yet', async () => {
    const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
    const args = ['entitlements', licenceId, '--on', '2026-07-01', '--json'];
    const { out } = await operator.on('2026-03-01', args);
    expect(JSON.parse(out)).toMatchObject({
      on: '2026-07-01',
      software: { mayBeUsed: true },
      cover: { inForce: false, since: '2026-07-01' },
    });
  });

  test('before the licence was in the book are refused', async () => {
    const licenceId = await operator.licence(vtubeLaserSmp, { coverEnds: '2026-06-30' });
    const { status, err } = await operator.on('2026-03-01', [
      'entitlements',
      licenceId,
      '--on',
      '2025-12-31',
    ]);
    expect({ status, err }).toEqual({
      status: 2,
      err: `--on 2025-12-31: licence ${licenceId} entered the book on 2026-01-01; name that day or a later one\n`,
    });
  });
});

describe('licence show', () => {
  test('says how long the plan runs', async () => {
    const facts = { purchasedOn: '2025-03-15', edition: 'Server' };
    const licenceId = await operator.licence(netjapanMaintenance, facts);
    const { status, out } = await operator.on('2026-03-01', ['licence', 'show', licenceId]);
    expect(status).toBe(0);
    expect(out).toMatch(/product +Suite, Server\n/);
    expect(out).toMatch(/standing +active, term 1 from 2025-03-15 to 2026-03-14\n/);
    expect(out).toMatch(/maintenance +in force since 2025-03-15 until 2026-03-14\n/);
  });

  test('as JSON has the licence, its customer and its cover', async () => {
    const licenceId = await operator.licence(netjapanMaintenance, { purchasedOn: '2025-03-15' });
    const { out } = await operator.on('2026-03-01', ['licence', 'show', licenceId, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      licence: { facts: { licenceId }, standing: { status: 'active' } },
      customer: { customerId: 'C-1' },
      cover: { inForce: true, since: '2025-03-15', until: '2026-03-14' },
    });
  });
});

test.each(['entitlements', 'licence show'])('an unknown licence is refused by %s', async (command) => {
  const { status, err } = await operator.on('2026-03-01', [...command.split(' '), 'L-0']);
  expect(status).toBe(2);
  expect(err).toBe(
    'there is no licence L-0: check the id, or bring the licence in with `npx perennial import`\n',
  );
});
