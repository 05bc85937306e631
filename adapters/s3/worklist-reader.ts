import { environment } from '../../contracts/deployment/environment.ts';
import { batchLine } from '../../contracts/workflow/batch.ts';
import type { Place } from './json-lines.ts';
import type { Objects } from './objects.ts';
import { parseAt } from '../dynamodb/table/parse.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';

/** Where a run's worklist lies. */
export type Worklist = Place;

/** The licences of a run as an object of JSON Lines, a batch in each, which the workflow's map reads. */
export class WorklistReader {
  private readonly bucket: string;
  private opened: Promise<Objects> | undefined;

  constructor(settings: Settings) {
    this.bucket = setting(settings, environment.worklistBucket);
  }

  /** The place of an execution's own worklist, so that no other overwrites it while it is read. */
  at(planId: string, today: string, execution: string): Worklist {
    return { bucket: this.bucket, key: `worklists/${planId}/${today}/${execution}.jsonl` };
  }

  /** The SDK for S3 is loaded with the first worklist: most runs have none. */
  protected objects(): Promise<Objects> {
    this.opened ??= import('./objects.ts').then((library) => new library.Objects());
    return this.opened;
  }

  /** The ids of a worklist in their order. */
  async *read(worklist: Worklist): AsyncGenerator<string, void> {
    const objects = await this.objects();
    for await (const line of objects.lines(worklist)) {
      for (const { licenceId } of parseAt(`worklist ${worklist.key}`, batchLine, line).licences)
        yield licenceId;
    }
  }

  /** The same; none where the worklist is not there: nothing was listed, or it is older than such are kept. */
  async *readIfThere(worklist: Worklist): AsyncGenerator<string, void> {
    try {
      yield* this.read(worklist);
    } catch (error) {
      if (!(error instanceof Error && error.name === 'NoSuchKey')) throw error;
    }
  }
}
