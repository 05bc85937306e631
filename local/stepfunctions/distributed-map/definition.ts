import { StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod';
import { isObject, type Json, type JsonObject } from '../../shared/json.ts';
import type { DistributedMap, Workflow } from '../interpreter/workflow.ts';

const object = z.custom<JsonObject>(isObject, 'expected an object');

const readerResource = /^arn:[^:]+:states:::s3:getObject$/;

const state = z.looseObject({
  Label: z.string().optional(),
  ItemReader: z
    .looseObject({
      Resource: z.string().regex(readerResource, 'only s3:getObject is supported'),
      ReaderConfig: z.looseObject({
        InputType: z.enum(
          ['JSON', 'JSONL'],
          'only JSON and JSONL are supported: write the items as JSON Lines',
        ),
      }),
      Parameters: object,
    })
    .optional(),
  ItemsPath: z.string().default('$'),
  ItemSelector: object.optional(),
  Parameters: object.optional(),
  ItemBatcher: object.optional(),
  ResultWriter: z
    .looseObject({
      Parameters: object.optional(),
      WriterConfig: z
        .looseObject({
          Transformation: z.enum(['NONE', 'COMPACT', 'FLATTEN']).optional(),
          OutputType: z.enum(['JSON', 'JSONL']).optional(),
        })
        .default({}),
    })
    .optional(),
});

/** Limits that a definition gives as a number, or as a path to one. */
const limits = ['MaxConcurrency', 'ToleratedFailureCount', 'ToleratedFailurePercentage'];
const batchLimits = ['MaxItemsPerBatch', 'MaxInputBytesPerBatch'];

/** Members of the Map state that its Task takes over as they are. */
const kept = [
  'Comment',
  'InputPath',
  'ResultSelector',
  'ResultPath',
  'OutputPath',
  'Retry',
  'Catch',
  'Next',
  'End',
];

/**
 * Reads a Distributed Map state, which the interpreter would run as an inline one.
 * @param json the state without its processor
 * @returns what the state's definition fixes, and a Task state to put in its place: the interpreter
 *   works out the Task's Parameters, which are those of `runDistributedMap`
 * @throws when the state asks for a reader or a form that the embedded cloud does not have
 */
export function readDistributedMap(
  stateName: string,
  json: JsonObject,
  processor: Workflow,
  isExpress: boolean,
): { map: DistributedMap; task: JsonObject } {
  const parsed = state.safeParse(json);
  if (!parsed.success) {
    throw new Error(
      `state "${stateName}" cannot run on the embedded cloud: ${z.prettifyError(parsed.error)}`,
    );
  }
  const { Label, ItemReader, ItemsPath, ItemSelector, Parameters, ItemBatcher, ResultWriter } = parsed.data;
  const selector = ItemSelector ?? Parameters;
  const exported = ResultWriter?.Parameters !== undefined;
  return {
    map: {
      stateName,
      label: Label ?? stateName.replaceAll(/[^A-Za-z0-9_-]/g, '').slice(0, 40),
      processor,
      isExpress,
      inputType: ItemReader?.ReaderConfig.InputType,
      selector: selector && selecting(selector),
      batched: ItemBatcher !== undefined,
      exported,
      transformation: ResultWriter?.WriterConfig.Transformation ?? (exported ? 'NONE' : 'COMPACT'),
      outputType: ResultWriter?.WriterConfig.OutputType ?? 'JSON',
    },
    task: {
      ...Object.fromEntries(kept.flatMap((key) => (json[key] === undefined ? [] : [[key, json[key]]]))),
      Type: 'Task',
      Resource: 'arn:aws:states:::local:distributedMap',
      Parameters: {
        'Input.$': '$',
        ...(ItemReader ? { Reader: ItemReader.Parameters } : { 'Items.$': ItemsPath }),
        ...(ItemReader && numbers(object.parse(ItemReader.ReaderConfig), ['MaxItems'])),
        ...(ItemBatcher?.['BatchInput'] !== undefined && { BatchInput: ItemBatcher['BatchInput'] }),
        ...(ItemBatcher && numbers(ItemBatcher, batchLimits)),
        ...(ResultWriter?.Parameters && { Writer: ResultWriter.Parameters }),
        ...numbers(json, limits),
      },
    },
  };
}

/** A workflow of one state that works out ItemSelector; its input is that of the Map state. */
function selecting(template: JsonObject): StateMachine {
  return new StateMachine(
    { StartAt: 'Select', States: { Select: { Type: 'Pass', Parameters: template, End: true } } },
    { validationOptions: { noValidate: true } },
  );
}

function numbers(from: JsonObject, names: readonly string[]): Record<string, Json> {
  const given = names.flatMap((name): [string, Json | undefined][] => [
    [name, from[name]],
    [`${name}.$`, from[`${name}Path`]],
  ]);
  return Object.fromEntries(given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
