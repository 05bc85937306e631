import { join } from 'node:path';
import * as z from 'zod';
import { JsonLines } from '../../shared/json-lines.ts';
import type { Json } from '../../shared/json.ts';

const begun = z.object({
  arn: z.string(),
  name: z.string(),
  stateMachineArn: z.string(),
  input: z.custom<Json>((value) => value !== undefined),
});

/** An execution that has begun. */
export type Begun = Readonly<z.infer<typeof begun>>;

/** The executions that have begun, in a file, so that those are known that a killed process leaves unfinished. */
export class BegunExecutions {
  readonly #lines: JsonLines<Begun>;

  constructor(folder: string) {
    this.#lines = new JsonLines(join(folder, 'begun.jsonl'), begun);
  }

  add({ arn, name, stateMachineArn, input }: Begun): void {
    this.#lines.add({ arn, name, stateMachineArn, input });
  }

  /** Those of which `hasEnded` does not know, each once, in the order in which they began. */
  unfinished(hasEnded: (arn: string) => boolean): readonly Begun[] {
    const open = this.#lines.read().filter(({ arn }) => !hasEnded(arn));
    return [...new Map(open.map((execution) => [execution.arn, execution])).values()];
  }
}
