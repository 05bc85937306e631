import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import { synthesised } from './support/synthesis.ts';
import { type Definition, definitionIn, failure, type Payload, run, tasksOf } from './support/workflow.ts';

const definition = definitionIn(synthesised().renewals, 'UpdateWorkflow');
const batches = definition.States['Announce batch by batch'];
const child = batches?.ItemProcessor as Definition;

const update = {
  planId: 'vtube-laser-smp',
  product: 'VTube-LASER',
  version: '2.10',
  today: '2026-03-03',
  execution: 'the-update',
};
const batch = (...licenceIds: string[]) => {
  return { BatchInput: update, Items: licenceIds.map((licenceId) => ({ licenceId })) };
};
const announcing = (outcome: string) => (input: Payload) => {
  const { planId, today, execution, licenceId } = input;
  return { planId, today, execution, licenceId, outcome, because: 'of the plan' };
};
const deliver = (input: Payload) => ({ ...input, decided: 'sent', because: 'it waits' });

describe('a licence', () => {
  it.each(['entitled', 'missed', 'not-on-list', 'told-before'])(
    'that is %s has the mails delivered that wait, and the outcome is what comes of it',
    async (outcome) => {
      const fakes = { 'Announce update': announcing(outcome), 'Deliver mail': deliver };
      const { output, calls } = await run(child, fakes, batch('L-1'));
      const { planId, today, execution } = update;
      expect(calls).toEqual([
        ['Announce update', { ...update, licenceId: 'L-1' }],
        ['Deliver mail', { planId, today, execution, licenceId: 'L-1' }],
      ]);
      expect(output).toEqual([{ licenceId: 'L-1', outcome, because: 'of the plan' }]);
    },
  );

  it('for another product is left alone', async () => {
    const fakes = { 'Announce update': announcing('other-product') };
    const { output } = await run(child, fakes, batch('L-1'));
    expect(output).toEqual([{ licenceId: 'L-1', outcome: 'other-product', because: 'of the plan' }]);
  });

  it.each(['Announce update', 'Deliver mail'])(
    'that fails in "%s" says so in the result of the map, and the next one goes on',
    async (state) => {
      const good = { 'Announce update': announcing('entitled'), 'Deliver mail': deliver };
      const fails = (input: Payload) => {
        if (input['licenceId'] === 'L-1') throw failure('TypeError');
        return good[state as keyof typeof good](input);
      };
      const { output } = await run(child, { ...good, [state]: fails }, batch('L-1', 'L-2'));
      expect(output).toEqual([
        { licenceId: 'L-1', outcome: 'failed', error: { Error: 'TypeError', Cause: 'out of luck' } },
        { licenceId: 'L-2', outcome: 'entitled', because: 'of the plan' },
      ]);
    },
  );
});

it('what comes of the licences is written line by line to where the summary may read it', () => {
  expect(batches).toMatchObject({
    ResultWriter: {
      Parameters: { Bucket: '<WorklistsBucket>', Prefix: 'results' },
      WriterConfig: { OutputType: 'JSONL', Transformation: 'FLATTEN' },
    },
    ResultPath: '$.results',
    ToleratedFailurePercentage: 100,
  });
});

it('no step is repeated that may have sent a mail', () => {
  const repeated = tasksOf(definition).filter(([, task]) =>
    task.Retry?.some(({ ErrorEquals }) => ErrorEquals.includes('Lambda.ServiceException')),
  );
  expect(repeated.map(([name]) => name).toSorted()).toEqual([
    'Announce update',
    'Publish and collect',
    'Summarise',
  ]);
});

it('has a definition that Step Functions takes', () => {
  expect(
    () => new StateMachine(definition as never, { validationOptions: { checkArn: false } }),
  ).not.toThrow();
});
