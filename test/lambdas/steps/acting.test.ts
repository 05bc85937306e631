import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Step } from '../../../contracts/workflow/steps.ts';
import { civilDate } from '../../../domain/calendar.ts';
import type { ActingStep } from '../../../contracts/workflow/steps.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { ServiceError } from '../../../local/shared/service-error.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { type House, openHouse } from '../../support/lambdas/steps.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.cloud.stop());
beforeEach(() => {
  house.cloud.beforeDynamo = () => Promise.resolve();
});

/** A licence for which exactly this step is due, the day, and the outcome. */
const cases: readonly [ActingStep, () => Promise<{ licenceId: string; today: string }>, string][] = [
  [
    'auto-renew',
    async () => ({ licenceId: await house.licence(videoSma, ending('2026-03-31')), today: '2026-03-31' }),
    'TermStarted',
  ],
  [
    'issue-invoice',
    async () => {
      const licenceId = await house.licence(videoSma, ending('2026-03-31'));
      await house.runDay(videoSma, licenceId, '2026-03-31');
      return { licenceId, today: '2026-04-01' };
    },
    'InvoiceIssued',
  ],
  [
    'remind',
    async () => ({ licenceId: await house.licence(videoSma, ending('2026-03-31')), today: '2026-01-30' }),
    'ReminderIssued',
  ],
  [
    'quote',
    async () => ({
      licenceId: await house.licence(netjapanMaintenance, ending('2026-03-31')),
      today: '2026-01-30',
    }),
    'QuoteIssued',
  ],
  [
    'expire',
    async () => {
      const licenceId = await house.licence(netjapanMaintenance, ending('2026-12-31'));
      await house.activity(licenceId, '2026-01-02', 'request-quote');
      await house.deliver(licenceId, '2026-01-02');
      return { licenceId, today: '2026-03-04' };
    },
    'QuoteExpired',
  ],
  [
    'lapse',
    async () => ({
      licenceId: await house.licence(netjapanMaintenance, ending('2026-03-31')),
      today: '2026-04-01',
    }),
    'MaintenanceLapsed',
  ],
];

function ending(coverEnds: string) {
  return { coverEnds, purchasedOn: '2025-01-01' };
}

test.each(cases)('%s does what is due, and nothing when it runs again', async (step, given, type) => {
  const { licenceId, today } = await given();
  const input = { planId: (await house.stored(licenceId)).licence.facts.planId, today, licenceId };
  expect(await house.step('assess', input)).toMatchObject({ next: step });
  const before = await house.journal(licenceId);

  const done = await house.step(step, input);
  expect(done).toMatchObject({ decided: expect.stringContaining(`${step}: ${type}`) as string });
  expect(await house.journal(licenceId)).toEqual([...before, type]);

  expect(await house.step(step, input)).toMatchObject({ decided: 'nothing to do' });
  expect(await house.journal(licenceId)).toEqual([...before, type]);
});

test('a pass takes the licences of a batch through the steps that each needs, in the order of a run', async () => {
  const quoted = await house.licence(netjapanMaintenance, ending('2026-03-31'));
  const lapsing = await house.licence(netjapanMaintenance, ending('2026-01-15'));
  const idle = await house.licence(netjapanMaintenance, ending('2027-03-31'));
  const licences = [quoted, lapsing, idle].map((licenceId) => ({ licenceId, customerId: 'C-1' }));
  let state = await house.call('assess', { planId: netjapanMaintenance.id, today: '2026-01-30', licences });
  expect(state['todo']).toEqual([
    { step: 'lapse', licenceIds: [lapsing] },
    { step: 'quote', licenceIds: [quoted] },
    { step: 'remind', licenceIds: [quoted] },
    { step: 'deliver-mail', licenceIds: [quoted, lapsing] },
  ]);
  const order: unknown[] = [];
  for (; state['next'] !== 'none'; state = await house.call(state['next'] as Step, state))
    order.push(state['next']);
  expect(order).toEqual(['lapse', 'quote', 'remind', 'deliver-mail', 'assess']);
  expect(state['outcomes']).toMatchObject([
    { licenceId: idle, did: ['nothing'] },
    { licenceId: lapsing, did: ['lapse: MaintenanceLapsed', expect.stringMatching(/^sent: /)] },
    {
      licenceId: quoted,
      did: ['quote: QuoteIssued', 'remind: ReminderIssued expiry-60', expect.any(String)],
    },
  ]);
});

/** Has DynamoDB refuse every transaction on a licence. */
function refuse(licenceId: string, error: Error): void {
  house.cloud.beforeDynamo = (operation, request) =>
    operation === 'TransactWriteItems' && JSON.stringify(request).includes(`"${licenceId}"`)
      ? Promise.reject(error)
      : Promise.resolve();
}

test('a licence for which a service is ill is left for the next pass, and not parked', async () => {
  const licenceId = await house.licence(videoSma, ending('2026-03-31'));
  refuse(licenceId, new ServiceError('InternalServerError', 'something broke', {}, 500));
  const { decided } = await house.step('remind', { planId: videoSma.id, today: '2026-01-30', licenceId });
  expect(decided).toBe('left');
  expect((await house.stored(licenceId)).parked).toBeUndefined();
});

test('a licence on which a step fails is parked, and the others of its batch go on', async () => {
  const bad = await house.licence(videoSma, ending('2026-03-31'));
  const good = await house.licence(videoSma, ending('2026-03-31'));
  refuse(bad, new ServiceError('ValidationException', 'it does not fit'));
  const licences = [bad, good].map((licenceId) => ({ licenceId, customerId: 'C-1' }));
  const todo = [{ step: 'remind', licenceIds: [bad, good] }];
  const run = { planId: videoSma.id, today: '2026-01-30', execution: 'one-bad' };
  const state = await house.call('remind', { ...run, licences, todo, next: 'remind' });
  expect(state['outcomes']).toMatchObject([
    {
      licenceId: bad,
      did: ['remind: parked'],
      because: expect.stringContaining('it does not fit') as string,
    },
    { licenceId: good, did: ['remind: ReminderIssued renewal-60'] },
  ]);
  expect((await house.stored(bad)).parked?.on).toBe('2026-01-30');
  expect(await house.runs.failures({ ...run, today: civilDate(run.today) })).toMatchObject([
    { licenceId: bad },
  ]);
});

test('two runs of a step at the same time do it once', async () => {
  const licenceId = await house.licence(videoSma, ending('2026-03-31'));
  const input = { planId: videoSma.id, today: '2026-03-31', licenceId };
  await Promise.all([house.step('auto-renew', input), house.step('auto-renew', input)]);
  expect((await house.journal(licenceId)).filter((type) => type === 'TermStarted')).toHaveLength(2);
});

test('a step decides again on what another has written in the meantime', async () => {
  const licenceId = await house.licence(videoSma, ending('2026-03-31'));
  await house.runDay(videoSma, licenceId, '2026-01-30');
  house.cloud.beforeDynamo = async (operation) => {
    if (operation !== 'TransactWriteItems') return;
    house.cloud.beforeDynamo = () => Promise.resolve();
    await house.activity(licenceId, '2026-02-01', 'cancel');
  };
  const input = { planId: videoSma.id, today: '2026-03-31', licenceId };
  expect(await house.step('auto-renew', input)).toMatchObject({ decided: 'nothing to do' });
  expect((await house.journal(licenceId)).slice(-2)).toEqual(['ReminderIssued', 'RenewalCancelled']);
});

test('a licence that others keep changing is left to the next pass, and is no failure', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0); // no pauses
  const licenceId = await house.licence(videoSma, ending('2026-03-31'));
  const another = async (operation: string) => {
    if (operation !== 'TransactWriteItems') return;
    house.cloud.beforeDynamo = () => Promise.resolve();
    await house.activity(licenceId, '2026-01-30', 'resume');
    house.cloud.beforeDynamo = another;
  };
  house.cloud.beforeDynamo = another;
  const input = { planId: videoSma.id, today: '2026-01-30', licenceId };
  expect(await house.step('remind', input)).toMatchObject({ decided: 'left' });
  house.cloud.beforeDynamo = () => Promise.resolve();
  expect((await house.stored(licenceId)).parked).toBeUndefined();
  vi.restoreAllMocks();
});

test('nothing is done to a parked licence', async () => {
  const licenceId = await house.licence(videoSma, ending('2026-03-31'));
  const input = { planId: videoSma.id, today: '2026-03-31', licenceId };
  await house.step('record-failure', { ...input, error: { Error: 'Error', Cause: 'because' } });
  expect(await house.step('auto-renew', input)).toMatchObject({ decided: 'nothing to do' });
  expect(await house.step('assess', input)).toMatchObject({
    next: 'none',
    because: 'parked on 2026-03-31: because',
  });
  expect(await house.journal(licenceId)).toEqual(['LicenceRegistered', 'TermStarted']);
});

test('a licence that is not in the table is named by its id', async () => {
  const input = { planId: videoSma.id, today: '2026-03-31', licenceId: 'nobody' };
  const because = 'there is no licence nobody';
  expect(await house.step('assess', input)).toMatchObject({ decided: 'assess: parked', because });
  expect(await house.step('lapse', input)).toMatchObject({ decided: 'lapse: parked', because });
});

test.each(['assess', 'lapse', 'deliver-mail'] as const)(
  '%s refuses an input without a proper day',
  async (step) => {
    const input = { planId: videoSma.id, today: '2026-02-30', licenceId: 'L-1' };
    await expect(house.step(step, input)).rejects.toThrow('today');
  },
);

test('a licence that is collected on a day that its plan no longer names is not collected again', async () => {
  const licenceId = await house.licence(videoSma, ending('2026-03-31'));
  await house.post.licences.park(licenceId, { on: civilDate('2026-01-05'), reason: 'because' });
  await house.post.licences.unpark(licenceId, civilDate('2026-01-06'));
  await house.step('assess', { planId: videoSma.id, today: '2026-01-06', licenceId });
  expect((await house.stored(licenceId)).dueOn).toBe('2026-01-30');
});
