import { parseJson, type Json } from '../../shared/json.ts';
import { StateError } from '../interpreter/errors.ts';
import type { DistributedMap } from '../interpreter/workflow.ts';
import type { MapParameters } from './parameters.ts';
import type { MapObjects } from './role-objects.ts';

/** The input of one child execution, and how many items it stands for. */
export interface ChildInput {
  readonly input: Json;
  readonly items: number;
}

/**
 * The inputs of all children of a Map Run: the items, read from S3 or from the state's input, each
 * passed through ItemSelector, and put together into batches where the state has an ItemBatcher.
 * @param context the context object of the execution that the Map state belongs to
 * @throws StateError `States.ItemReaderFailed` when the items cannot be read
 */
export async function childInputs(
  map: DistributedMap,
  parameters: MapParameters,
  context: Readonly<Record<string, unknown>>,
  objects: MapObjects,
): Promise<ChildInput[]> {
  const items = readItems(map, parameters, objects).slice(0, parameters.MaxItems);
  const selected = await Promise.all(
    items.map(async (Value, Index): Promise<Json> => {
      if (map.selector === undefined) return Value;
      const itemContext = { ...context, Map: { Item: { Index, Value } } };
      return await map.selector.run(parameters.Input, { context: itemContext }).result;
    }),
  );
  if (!map.batched) return selected.map((input) => ({ input, items: 1 }));
  return batches(selected, parameters).map((batch) => ({
    input: {
      ...(parameters.BatchInput !== undefined && { BatchInput: parameters.BatchInput }),
      Items: batch,
    },
    items: batch.length,
  }));
}

function readItems(map: DistributedMap, { Reader, Items }: MapParameters, objects: MapObjects): Json[] {
  if (map.inputType === undefined) {
    if (Array.isArray(Items)) return Items;
    throw new StateError(
      'States.Runtime',
      `the items of the Map state must be a list, not ${JSON.stringify(Items)}`,
    );
  }
  const { Bucket = '', Key = '' } = Reader ?? {};
  try {
    const text = objects.read(Bucket, Key).toString('utf8');
    if (map.inputType === 'JSONL')
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(parseJson);
    const items = parseJson(text);
    if (Array.isArray(items)) return items;
    throw new Error('it holds no list');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StateError('States.ItemReaderFailed', `cannot read the items in s3://${Bucket}/${Key}: ${why}`);
  }
}

function batches(
  items: readonly Json[],
  { MaxItemsPerBatch, MaxInputBytesPerBatch }: MapParameters,
): Json[][] {
  const mostItems = MaxItemsPerBatch ?? Infinity;
  const mostBytes = MaxInputBytesPerBatch ?? 262_144;
  const all: Json[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    const last = all.at(-1);
    if (last === undefined || last.length >= mostItems || bytes + size > mostBytes) {
      all.push([item]);
      bytes = size;
    } else {
      last.push(item);
      bytes += size;
    }
  }
  return all;
}
