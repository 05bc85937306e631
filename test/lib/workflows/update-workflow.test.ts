import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import { synthesised } from '../../support/lib/synthesis.ts';
import { type Definition, definitionIn, failure, type Payload, run } from '../../support/lib/workflow.ts';

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
const licences = ['L-1', 'L-2'].map((licenceId) => ({ licenceId, customerId: 'C-1' }));
const batch = { ...update, licences };
const announced = [{ licenceId: 'L-1', outcome: 'entitled', because: 'of the plan' }];
const announcing = (next: string) => (input: Payload) => ({ ...input, next, announced });

describe('a batch', () => {
  it('has the mails delivered that wait, and puts out what came of each licence', async () => {
    const deliver = (input: Payload) => ({ ...input, outcomes: [] });
    const fakes = { 'Announce update': announcing('deliver-mail'), 'Deliver mail': deliver };
    const { output, calls } = await run(child, fakes, batch);
    expect(calls.map(([name]) => name)).toEqual(['Announce update', 'Deliver mail']);
    expect(calls[0]?.[1]).toEqual(batch);
    expect(output).toEqual({ announced, outcomes: [] });
  });

  it('without a mail ends after its announcements', async () => {
    const { output, calls } = await run(child, { 'Announce update': announcing('none') }, batch);
    expect(calls).toHaveLength(1);
    expect(output).toEqual({ announced });
  });

  it('whose function dies fails alone: the summary names its licences', async () => {
    const dies = () => {
      throw failure('Runtime.ExitError');
    };
    await expect(run(child, { 'Announce update': dies }, batch)).rejects.toThrow();
    expect(batches).toMatchObject({ ToleratedFailurePercentage: 100 });
  });
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

it('has a definition that Step Functions takes', () => {
  expect(
    () => new StateMachine(definition as never, { validationOptions: { checkArn: false } }),
  ).not.toThrow();
});
