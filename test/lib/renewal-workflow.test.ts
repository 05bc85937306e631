import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import { synthesised } from './support/synthesis.ts';
import { type Definition, definitionIn, failure, type Payload, run, tasksOf } from './support/workflow.ts';

const template = synthesised().renewals;
const definition = definitionIn(template);
const batches = definition.States['Renew batch by batch'];
const childWorkflow = batches?.ItemProcessor as Definition;

const ofRun = { planId: 'video-sma', today: '2026-01-15', execution: 'the-run' };
const ids = (licenceId: string) => ({ ...ofRun, licenceId });
const batch = (...licenceIds: string[]) => ({
  BatchInput: ofRun,
  Items: licenceIds.map((licenceId) => ({ licenceId })),
});

/** `assess` gives these answers for each licence, one after the other. */
function assessing(...answers: string[]) {
  const asked = new Map<unknown, number>();
  return (input: Payload) => {
    const turn = asked.get(input['licenceId']) ?? 0;
    asked.set(input['licenceId'], turn + 1);
    return { ...input, next: answers[turn] ?? 'none', because: 'of the plan' };
  };
}

const echo = (input: Payload) => ({ ...input, decided: 'something', because: 'it was due' });

describe('the run of a plan', () => {
  const parent: Definition = {
    ...definition,
    States: { ...definition.States, 'Renew batch by batch': { Type: 'Pass', Next: 'Summarise' } },
  };
  const input = { planId: 'video-sma', scheduledTime: '2026-01-15T05:00:00Z' };
  const collected = { planId: 'video-sma', today: '2026-01-15', worklist: { bucket: 'b', key: 'k' } };

  it('gives collect-due its input and the name of the execution, and ends where nothing is due', async () => {
    const fakes = { 'Collect due licences': () => ({ ...collected, due: 0 }) };
    const { output, calls } = await run(parent, fakes, input);
    expect(calls).toEqual([['Collect due licences', { ...input, execution: 'the-execution' }]]);
    expect(output).toEqual({ ...collected, due: 0 });
  });

  it('hands on that an operator wants a day run again', async () => {
    const fakes = { 'Collect due licences': () => ({ ...collected, due: 0 }) };
    const { calls } = await run(parent, fakes, { ...input, again: true });
    expect(calls[0]?.[1]).toMatchObject({ again: true });
  });

  it('hands on which licences an operator names', async () => {
    const fakes = { 'Collect due licences': () => ({ ...collected, due: 0 }) };
    const { calls } = await run(parent, fakes, { ...input, licenceIds: ['L-7'] });
    expect(calls[0]?.[1]).toMatchObject({ licenceIds: ['L-7'] });
  });

  it('sums up what was due, and ends well when nothing failed', async () => {
    const fakes = {
      'Collect due licences': () => ({ ...collected, due: 3 }),
      Summarise: () => ({ failedCount: 0, summary: 'all well' }),
    };
    const { output, calls } = await run(parent, fakes, input);
    expect(calls[1]).toEqual(['Summarise', { ...collected, due: 3 }]);
    expect(output).toEqual({ failedCount: 0, summary: 'all well' });
  });

  it('fails by a name of its own, saying what failed', async () => {
    const fakes = {
      'Collect due licences': () => ({ ...collected, due: 3 }),
      Summarise: () => ({ failedCount: 1, summary: '1 of 3 licences failed: L-7' }),
    };
    await expect(run(parent, fakes, input)).rejects.toMatchObject({
      cause: { name: 'LicencesFailed', message: '1 of 3 licences failed: L-7' },
    });
  });
});

describe('the batches', () => {
  it('are read from the worklist, told plan and day, and leave their results in the bucket', () => {
    expect(batches).toMatchObject({
      ItemReader: {
        Resource: 'arn:<AWS::Partition>:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSONL' },
        Parameters: { Bucket: '<WorklistsBucket>', 'Key.$': '$.worklist.key' },
      },
      ItemBatcher: {
        MaxItemsPerBatch: 20,
        BatchInput: { 'planId.$': '$.planId', 'today.$': '$.today', 'execution.$': '$.execution' },
      },
      ResultWriter: {
        Resource: 'arn:<AWS::Partition>:states:::s3:putObject',
        Parameters: { Bucket: '<WorklistsBucket>', Prefix: 'results' },
      },
      ResultPath: '$.results',
      ToleratedFailurePercentage: 100,
      MaxConcurrency: 3,
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
    });
  });

  it('are what perennial.config.ts says', () => {
    const changes = {
      batchSize: 50,
      maxConcurrency: 400,
      sendRate: 2000,
      childExecutions: 'express',
    } as const;
    expect(definitionIn(synthesised(changes).renewals).States['Renew batch by batch']).toMatchObject({
      ItemBatcher: { MaxItemsPerBatch: 50 },
      MaxConcurrency: 400,
      ItemProcessor: { ProcessorConfig: { ExecutionType: 'EXPRESS' } },
    });
  });
});

describe('a licence', () => {
  it.each([
    ['expire', 'Expire quote or order'],
    ['lapse', 'Lapse'],
    ['auto-renew', 'Renew automatically'],
    ['issue-invoice', 'Issue invoice'],
    ['quote', 'Generate quote'],
    ['remind', 'Send reminder'],
  ])('goes by %s to its mail, and is assessed again until nothing is due', async (next, state) => {
    const fakes = { Assess: assessing(next), [state]: echo, 'Deliver mail': echo };
    const { output, calls } = await run(childWorkflow, fakes, batch('L-1'));
    expect(calls).toEqual([
      ['Assess', ids('L-1')],
      [state, { ...ids('L-1'), step: next }],
      ['Deliver mail', ids('L-1')],
      ['Assess', ids('L-1')],
    ]);
    expect(output).toEqual([{ licenceId: 'L-1', because: 'of the plan' }]);
  });

  it('has mail delivered that was left lying', async () => {
    const fakes = { Assess: assessing('deliver-mail'), 'Deliver mail': echo };
    const { calls } = await run(childWorkflow, fakes, batch('L-1'));
    expect(calls.map(([state]) => state)).toEqual(['Assess', 'Deliver mail', 'Assess']);
  });

  it.each(['Assess', 'Lapse', 'Deliver mail'])(
    'that fails in "%s" is recorded with the error, and the next one goes on',
    async (state) => {
      const good = { Assess: assessing('lapse'), Lapse: echo, 'Deliver mail': echo };
      const fails = (input: Payload) => {
        if (input['licenceId'] === 'L-1') throw failure('TypeError');
        return good[state as keyof typeof good](input);
      };
      const fakes = { ...good, [state]: fails, 'Record failure': echo };
      const { calls } = await run(childWorkflow, fakes, batch('L-1', 'L-2'));
      expect(calls.filter(([name]) => name === 'Record failure')).toEqual([
        ['Record failure', { ...ids('L-1'), error: { Error: 'TypeError', Cause: 'out of luck' } }],
      ]);
      expect(calls.filter(([, { licenceId }]) => licenceId === 'L-2').map(([name]) => name)).toEqual([
        'Assess',
        'Lapse',
        'Deliver mail',
        'Assess',
      ]);
    },
  );

  it('that others change again and again is no failure, and left for the next run', async () => {
    const fakes = {
      Assess: assessing('lapse'),
      Lapse: () => {
        throw failure('ConcurrentChange');
      },
    };
    const { output } = await run(childWorkflow, fakes, batch('L-1'));
    expect(output).toMatchObject([{ licenceId: 'L-1' }]);
    expect(output).not.toHaveProperty('0.error');
  });

  it('that cannot even be recorded does not keep the next one from going on', async () => {
    const fakes = {
      Assess: (input: Payload) => {
        if (input['licenceId'] === 'L-1') throw failure('TypeError');
        return { ...input, next: 'none', because: 'nothing is due' };
      },
      'Record failure': () => {
        throw failure('TypeError');
      },
    };
    const { output } = await run(childWorkflow, fakes, batch('L-1', 'L-2'));
    expect(output).toHaveLength(2);
    expect(output).toHaveProperty('1', { licenceId: 'L-2', because: 'nothing is due' });
  });
});

describe('a step', () => {
  const serviceError = 'Lambda.ServiceException';
  const tasks = tasksOf(definition);

  it.each(tasks)(
    '"%s" is repeated where it was turned away, and where another write came first',
    (_, task) => {
      const repeated = task.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(repeated).toEqual(
        expect.arrayContaining(['Lambda.TooManyRequestsException', 'Throttled', 'ConcurrentChange']),
      );
    },
  );

  it('is repeated after an error of Lambda, unless it sends', () => {
    const repeated = tasks.filter(([, task]) =>
      task.Retry?.some(({ ErrorEquals }) => ErrorEquals.includes(serviceError)),
    );
    expect(repeated).toHaveLength(tasks.length - 1);
    expect(repeated.map(([name]) => name)).not.toContain('Deliver mail');
  });

  it('that sends is not run again where nobody knows whether it ran', async () => {
    const fakes = {
      Assess: assessing('deliver-mail'),
      'Deliver mail': () => {
        throw failure(serviceError);
      },
      'Record failure': echo,
    };
    const { calls } = await run(childWorkflow, fakes, batch('L-1'));
    expect(calls.map(([state]) => state)).toEqual(['Assess', 'Deliver mail', 'Record failure']);
  });

  it.each(tasks)('"%s" is never repeated for any other error', (_, task) => {
    const repeated = task.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals) ?? [];
    expect(repeated.filter((error) => error.startsWith('States.'))).toEqual([]);
  });

  it.each(tasks)('"%s" has longer than its function', (_, task) => {
    const functions = template.findResources('AWS::Lambda::Function');
    const [, fn] = Object.entries(functions).find(([id]) => task.Resource?.includes(id.slice(0, -8))) ?? [];
    const { Timeout } = (fn as { Properties: { Timeout: number } }).Properties;
    expect(task['TimeoutSeconds']).toBeGreaterThan(Timeout);
  });
});

describe('the state machine', () => {
  it('has a definition that Step Functions takes', () => {
    expect(
      () => new StateMachine(definition as never, { validationOptions: { checkArn: false } }),
    ).not.toThrow();
  });

  it('is traced, and logs every step with what it got and gave', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: true },
    });
  });
});
