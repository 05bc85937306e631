import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../../support/cli/operator.ts';

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
      err: `2025-12-31: licence ${licenceId} entered the book on 2026-01-01. Name that day or a later one.\n`,
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

describe('licence list', () => {
  const list = (...args: readonly string[]) =>
    operator.on('2026-06-01', ['licence', 'list', '--plan', ...args]);

  test('has every licence of the plan and no other, where it stands, until when, and what is to be paid', async () => {
    const covered = await operator.licence(videoSma, { coverEnds: '2026-12-31' });
    const owing = await operator.licence(videoSma, {
      product: 'Video',
      edition: 'ProBox',
      coverEnds: '2026-12-31',
    });
    const [sku = ''] = Object.keys(videoSma.catalogue?.modules ?? {});
    await operator.on('2026-06-01', ['change', owing, '--add-modules', sku, '--yes']);
    const { status, out } = await list('video-sma');
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`${covered} +video-sma +Suite +C-1 +active +2026-12-31\n`));
    expect(out).toMatch(
      new RegExp(`${owing} +video-sma +Video +C-1 +active +2026-12-31 +EUR \\d+\\.\\d\\d\n`),
    );
    expect(out.split('\n')).toHaveLength(4);
  });

  test('as JSON has a line for each licence', async () => {
    const licenceId = await operator.licence(smartertoolsMaintenance, { purchasedOn: '2025-03-15' });
    const { out } = await list('smartertools-maintenance', '--json');
    expect(JSON.parse(out)).toEqual({
      licenceId,
      planId: 'smartertools-maintenance',
      product: 'Suite',
      customerId: 'C-1',
      standing: 'active',
    });
  });

  test('of a customer has all of its licences, of every plan, and no others; as CSV too', async () => {
    const known = await operator.post.customers.get('C-1');
    if (known === undefined) throw new Error('no customer C-1');
    await operator.post.customers.put({ ...known, customerId: 'C-2' });
    const own = { customerId: 'C-2', coverEnds: '2026-12-31' };
    const video = await operator.licence(videoSma, own);
    const vtube = await operator.licence(vtubeLaserSmp, own);
    const of = (...args: readonly string[]) =>
      operator.on('2026-06-01', ['licence', 'list', '--customer', ...args]);
    const { out } = await of('C-2', '--csv');
    expect(out.trim().split('\n').toSorted()).toEqual(
      [
        'licenceId,planId,product,customerId,standing,until,currency,toPay',
        `${video},video-sma,Suite,C-2,active,2026-12-31,,`,
        `${vtube},vtube-laser-smp,VTube-LASER,C-2,active,2026-12-31,,`,
      ].toSorted(),
    );
    const ofPlan = await of('C-2', '--plan', 'video-sma', '--json');
    expect(JSON.parse(ofPlan.out)).toMatchObject({ licenceId: video });
    expect(await of('C-0')).toMatchObject({
      status: 2,
      err: expect.stringContaining('There is no customer C-0.') as string,
    });
  });

  test('without a plan and a customer is refused', async () => {
    const { status, err } = await operator.on('2026-06-01', ['licence', 'list']);
    expect({ status, err }).toEqual({ status: 2, err: 'Name a --plan, a --customer, or both.\n' });
  });

  test('of an unknown plan is refused with those that there are', async () => {
    const { status, err } = await list('none');
    expect({ status, err }).toMatchObject({ status: 2 });
    expect(err).toContain('There is no plan none. The plans are smart-net-user-group,');
  });
});

test('notes are shown with who wrote them, up to the day that is named', async () => {
  const licenceId = await operator.licence(videoSma, { coverEnds: '2026-12-31' });
  await operator.on('2026-03-01', ['note', licenceId, 'Asks for invoices by post', '--yes']);
  await operator.on('2026-03-02', ['note', licenceId, 'Moved', '--yes']);
  const { out } = await operator.on('2026-03-03', ['licence', 'show', licenceId, '--on', '2026-03-01']);
  expect(out).toMatch(/\nNotes\n2026-03-01 +Asks for invoices by post\n +by \w+\n$/);
});

test.each(['entitlements', 'licence show'])('an unknown licence is refused by %s', async (command) => {
  const { status, err } = await operator.on('2026-03-01', [...command.split(' '), 'L-0']);
  expect(status).toBe(2);
  expect(err).toBe(
    'There is no licence L-0. Check the id or the printed number, or import the licence with `npx perennial import`.\n',
  );
});
