import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import { synthesised } from '../../support/lib/synthesis.ts';
import {
  type Definition,
  definitionIn,
  failure,
  type Payload,
  run,
  statesOfSteps,
  tasksOf,
} from '../../support/lib/workflow.ts';

const template = synthesised().renewals;
const definition = definitionIn(template);
const batches = definition.States['Renew batch by batch'];
const childWorkflow = batches?.ItemProcessor as Definition;

const licences = ['L-1', 'L-2'].map((licenceId) => ({ licenceId, customerId: 'C-1' }));
const batch = { planId: 'video-sma', today: '2026-01-15', execution: 'the-run', licences };
const outcomes = [{ licenceId: 'L-1', did: ['lapse'], because: 'it was due' }];

/** A step that names these next steps, one after the other, and then none. */
function naming(...nexts: string[]) {
  return (input: Payload) => ({ ...input, outcomes, next: nexts.shift() ?? 'none' });
}

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
      Summarise: () => ({ failedCount: 0, trouble: '', summary: 'all well' }),
    };
    const { output, calls } = await run(parent, fakes, input);
    expect(calls[1]).toEqual(['Summarise', { ...collected, due: 3 }]);
    expect(output).toEqual({ failedCount: 0, trouble: '', summary: 'all well' });
  });

  it('fails by a name of its own, saying what failed', async () => {
    const fakes = {
      'Collect due licences': () => ({ ...collected, due: 3 }),
      Summarise: () => ({ failedCount: 1, trouble: '', summary: '1 of 3 licences failed: L-7' }),
    };
    await expect(run(parent, fakes, input)).rejects.toMatchObject({
      cause: { name: 'LicencesFailed', message: '1 of 3 licences failed: L-7' },
    });
  });

  it('fails where the account could not send, though no licence failed', async () => {
    const fakes = {
      'Collect due licences': () => ({ ...collected, due: 3 }),
      Summarise: () => ({ failedCount: 0, trouble: 'quota used up', summary: 'mails wait: quota used up' }),
    };
    await expect(run(parent, fakes, input)).rejects.toMatchObject({
      cause: { message: 'mails wait: quota used up' },
    });
  });
});

describe('the batches', () => {
  it('are read from the worklist, receive plan and day, and leave their results in the bucket', () => {
    expect(batches).toMatchObject({
      ItemReader: {
        Resource: 'arn:<AWS::Partition>:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSONL' },
        Parameters: { Bucket: '<WorklistsBucket>', 'Key.$': '$.worklist.key' },
      },
      ItemSelector: {
        'planId.$': '$.planId',
        'today.$': '$.today',
        'execution.$': '$.execution',
        'licences.$': '$$.Map.Item.Value.licences',
      },
      ResultWriter: {
        Resource: 'arn:<AWS::Partition>:states:::s3:putObject',
        Parameters: { Bucket: '<WorklistsBucket>', Prefix: 'results' },
      },
      ResultPath: '$.results',
      ToleratedFailurePercentage: 100,
      MaxConcurrency: 10,
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
    });
  });

  it('are what perennial.config.ts says', () => {
    const changes = { maxConcurrency: 400, sendRate: 2000 };
    expect(definitionIn(synthesised(changes).renewals).States['Renew batch by batch']).toMatchObject({
      MaxConcurrency: 400,
    });
  });
});

describe('a batch', () => {
  it.each(statesOfSteps)(
    'goes by %s to its mail, and is assessed again until nothing is due',
    async (next, state) => {
      const fakes = {
        Assess: naming(next),
        [state]: naming('deliver-mail'),
        'Deliver mail': naming('assess'),
      };
      const { output, calls } = await run(childWorkflow, fakes, batch);
      expect(calls.map(([name]) => name)).toEqual(['Assess', state, 'Deliver mail', 'Assess']);
      expect(calls[0]?.[1]).toEqual(batch);
      expect(calls[1]?.[1]).toMatchObject({ ...batch, next });
      expect(output).toEqual({ outcomes });
    },
  );

  it('takes every step of a pass by one call, however many licences it holds', async () => {
    const fakes = {
      Assess: naming('expire'),
      'Expire quotes and orders': naming('lapse'),
      Lapse: naming('deliver-mail'),
      'Deliver mail': naming('none'),
    };
    const { calls } = await run(childWorkflow, fakes, batch);
    expect(calls.map(([name]) => name)).toEqual([
      'Assess',
      'Expire quotes and orders',
      'Lapse',
      'Deliver mail',
    ]);
  });

  it.each(['Assess', 'Lapse', 'Deliver mail'])(
    'whose function dies in "%s" is done again licence by licence, and only the one that it dies of is parked',
    async (state) => {
      const step = { Assess: 'lapse', Lapse: 'deliver-mail', 'Deliver mail': 'none' };
      const good = (name: keyof typeof step) => (input: Payload) => ({
        ...input,
        outcomes,
        next: step[name],
      });
      const dying = (name: keyof typeof step) => (input: Payload) => {
        if (name === state && JSON.stringify(input['licences']).includes('L-1'))
          throw failure('Runtime.ExitError');
        return good(name)(input);
      };
      const names = Object.keys(step) as (keyof typeof step)[];
      const fakes = {
        ...Object.fromEntries(
          names.flatMap((name) => [name, `${name} (one licence)`].map((each) => [each, dying(name)])),
        ),
        'Record failure': (input: Payload) => input,
      };
      const { calls } = await run(childWorkflow, fakes, batch);
      const parked = calls.filter(([name]) => name === 'Record failure');
      expect(parked).toHaveLength(1);
      expect(parked[0]?.[1]).toMatchObject({
        licences: [licences[0]],
        error: { Error: 'Runtime.ExitError' },
      });
      const alone = calls.filter(
        ([name, { licences: given }]) =>
          name.endsWith('(one licence)') && JSON.stringify(given).includes('L-2'),
      );
      expect(alone.map(([name]) => name.replace(' (one licence)', ''))).toEqual(names);
    },
  );

  it('whose function dies once, of no licence, goes on together', async () => {
    let deaths = 0;
    const fakes = {
      Assess: (input: Payload) => {
        deaths += 1;
        if (deaths === 1) throw failure('Runtime.ExitError');
        return { ...input, outcomes, next: 'none' };
      },
    };
    const { calls } = await run(childWorkflow, fakes, batch);
    expect(calls.map(([name]) => name)).toEqual(['Assess', 'Assess']);
  });

  it.each([
    'Lambda.TooManyRequestsException',
    'Throttled',
    'ConcurrentChange',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
  ])(
    'that meets %s however often it is repeated is left for the next run, and parks nobody',
    async (name) => {
      const busy = () => {
        throw failure(name);
      };
      const together = run(childWorkflow, { Assess: naming('lapse'), Lapse: busy }, batch);
      await expect(together).rejects.toMatchObject({ cause: { name } });
      const dies = () => {
        throw failure('Runtime.ExitError');
      };
      const apart = run(childWorkflow, { Assess: dies, 'Assess (one licence)': busy }, batch);
      await expect(apart).rejects.toMatchObject({ cause: { name } });
    },
  );

  it('goes on with the next licence where one cannot even be recorded', async () => {
    const fakes = {
      Assess: () => {
        throw failure('Runtime.ExitError');
      },
      'Assess (one licence)': (input: Payload) => {
        if (JSON.stringify(input['licences']).includes('L-1')) throw failure('Runtime.ExitError');
        return { ...input, outcomes, next: 'none' };
      },
      'Record failure': () => {
        throw failure('TypeError');
      },
    };
    const { output } = await run(childWorkflow, fakes, batch);
    expect(output).toHaveLength(2);
    expect(output).toHaveProperty('1', { outcomes });
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

  it.each(tasks)(
    '"%s" is repeated after a fault of Lambda: every mail is claimed before it is sent',
    (_, task) => {
      const repeated = task.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(repeated).toEqual(
        expect.arrayContaining([serviceError, 'Lambda.Unknown', 'Sandbox.Timedout', 'States.Timeout']),
      );
    },
  );

  it.each(tasks)('"%s" is never repeated for an error of its own', (_, task) => {
    const repeated = task.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals) ?? [];
    expect(repeated).not.toContain('States.ALL');
    expect(repeated).not.toContain('States.TaskFailed');
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

  it('is traced, and logs every step without its data', () => {
    template.allResourcesProperties('AWS::StepFunctions::StateMachine', {
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
  });
});
