import { expect, test } from 'vitest';
import { breakOf } from '../../../client/runs/picture/break-of.ts';
import { trafficOfBatches, trafficOfRun, type Trip, wayKey } from '../../../client/runs/picture/traffic.ts';
import { readWorkflow, type Workflow } from '../../../client/runs/picture/workflow.ts';
import { layOut } from '../../../web/console/picture/layout.ts';
import { spineOf } from '../../../web/console/picture/spine.ts';

const task = (members: object) => ({ Type: 'Task', ...members });
const caught = {
  Catch: [
    { ErrorEquals: ['Throttled'], Next: 'Left' },
    { ErrorEquals: ['States.ALL'], Next: 'One by one' },
  ],
};

const workflow = readWorkflow(
  JSON.stringify({
    StartAt: 'Collect',
    States: {
      Collect: task({ Next: 'Anything?' }),
      'Anything?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.due', NumericEquals: 0, Next: 'Nothing' }],
        Default: 'Batches',
      },
      Nothing: { Type: 'Succeed' },
      Batches: {
        Type: 'Map',
        Next: 'Any failed?',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED' },
          StartAt: 'Look',
          States: {
            Look: task({ Next: 'What?', ...caught }),
            'What?': {
              Type: 'Choice',
              Choices: [
                { Variable: '$.next', StringEquals: 'lapse', Next: 'Lapse' },
                { Variable: '$.next', StringEquals: 'deliver-mail', Next: 'Mail' },
                { Variable: '$.next', StringEquals: 'assess', Next: 'Look' },
              ],
              Default: 'Ready',
            },
            Lapse: task({ Next: 'What?', ...caught }),
            Mail: task({ Next: 'What?', ...caught }),
            Ready: { Type: 'Pass', End: true },
            Left: { Type: 'Fail' },
            'One by one': {
              Type: 'Map',
              End: true,
              ItemProcessor: { StartAt: 'Alone', States: { Alone: task({ End: true }) } },
            },
          },
        },
      },
      'Any failed?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.failed', NumericGreaterThan: 0, Next: 'Failed' }],
        Default: 'Done',
      },
      Failed: { Type: 'Fail' },
      Done: { Type: 'Succeed' },
    },
  }),
);

const inner = innerOf(workflow);

function innerOf({ states }: Workflow): Workflow {
  const found = states.find(({ inner: own }) => own !== undefined)?.inner;
  if (found === undefined) throw new Error('no map');
  return found;
}

const trip = (licenceId: string, ...did: string[]): Trip => ({ licenceId, did, because: '', isAlone: false });

test('each state and each way counts the licences that a run took there, and those that failed', () => {
  const trips = [
    trip('L-1', 'lapse: MaintenanceLapsed', 'sent: L-1-2-lapse'),
    trip('L-2', 'mail waits for the next run'),
    trip('L-3', 'nothing'),
    trip('L-4', 'lapse: MaintenanceLapsed', 'deliver-mail: parked'),
    { licenceId: 'L-5', did: ['lapse: parked'], because: 'out of memory', isAlone: true },
    trip('L-6', 'assess: parked'),
  ];
  const { states, ways } = trafficOfBatches(inner, trips, 2);
  expect(Object.fromEntries(states)).toEqual({
    Look: { licences: 6, failed: 1 },
    'What?': { licences: 5, failed: 0 },
    Lapse: { licences: 3, failed: 1 },
    Mail: { licences: 3, failed: 1 },
    Ready: { licences: 3, failed: 0 },
    'One by one': { licences: 1, failed: 1 },
    Left: { licences: 2, failed: 2 },
  });
  expect(ways.get(wayKey('What?', 'Look'))).toEqual({ licences: 2, failed: 0 });
  expect(ways.get(wayKey('Lapse', 'What?'))).toEqual({ licences: 3, failed: 0 });
});

test('a run counts all of its licences on each state that it entered, and the failed ones where it fails', () => {
  const { states, ways } = trafficOfRun(
    ['Collect', 'Anything?', 'Batches', 'Any failed?', 'Failed'],
    { licences: 7, failed: 2 },
    workflow,
  );
  expect(states.get('Batches')).toEqual({ licences: 7, failed: 0 });
  expect(states.get('Failed')).toEqual({ licences: 2, failed: 2 });
  expect(ways.get(wayKey('Any failed?', 'Failed'))).toEqual({ licences: 2, failed: 2 });
  expect(states.has('Nothing')).toBe(false);
});

test('a run that fails for its mails alone says there that they wait, and why', () => {
  const { states } = trafficOfRun(
    ['Collect', 'Failed'],
    { licences: 7, failed: 0, trouble: 'quota used up.' },
    workflow,
  );
  expect(states.get('Failed')).toEqual({
    licences: 0,
    failed: 0,
    waits: 'mails wait for the next run: quota used up',
  });
});

test('a run that breaks off shows where, and what it entered before', () => {
  const broke = breakOf(
    {
      arn: '',
      name: '',
      status: 'FAILED',
      error: 'Runtime.ExitError',
      cause: '{"errorType":"Runtime.ExitError","errorMessage":"exit status 1","trace":[]}',
    },
    [
      { state: 'Name it', entered: '', left: '' },
      { state: 'Collect', entered: '' },
    ],
  );
  expect(broke).toEqual({ state: 'Collect', reason: 'Runtime.ExitError: exit status 1' });
  const { states } = trafficOfRun(['Collect'], { licences: 0, failed: 0, broke }, workflow);
  expect(states.get('Collect')).toMatchObject({ broke: 'Runtime.ExitError: exit status 1' });
  expect(states.has('Anything?')).toBe(false);
});

test('the trunk of the picture is the way through, and what only comes back branches off', () => {
  expect(spineOf(workflow).map(({ name }) => name)).toEqual([
    'Collect',
    'Anything?',
    'Batches',
    'Any failed?',
    'Done',
  ]);
  expect(spineOf(inner).map(({ name }) => name)).toEqual(['Look', 'What?', 'Ready']);
});

test('the picture has every state once, none over another, and every way of the workflow', () => {
  const { boxes, frames, lines, height } = layOut(workflow);
  expect([...boxes, ...frames].map(({ state }) => state.name).sort()).toEqual(
    [
      'Any failed?',
      'Anything?',
      'Batches',
      'Collect',
      'Done',
      'Failed',
      'Lapse',
      'Left',
      'Look',
      'Mail',
      'Nothing',
      'One by one',
      'Ready',
      'What?',
    ].sort(),
  );
  const tops = boxes.map(({ y }) => y).sort((a, b) => a - b);
  tops.forEach((y, index) => {
    expect(y - (tops[index - 1] ?? -100)).toBeGreaterThanOrEqual(46);
  });
  expect(height).toBeGreaterThan(tops.at(-1) ?? 0);
  const drawn = lines.map(({ from, to, kind }) => `${from} ${kind} ${to}`);
  expect(drawn).toEqual(
    expect.arrayContaining([
      'What? both Lapse',
      'What? both Mail',
      'What? back Look',
      'Look error Left',
      'Look error One by one',
      'What? forth Ready',
    ]),
  );
  expect(lines).toHaveLength(13);
});
