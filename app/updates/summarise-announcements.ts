import type { CivilDate } from '../../domain/calendar.ts';
import { MapResults } from '../../adapters/s3/map-results.ts';
import type { Place } from '../../adapters/s3/json-lines.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import type { Failure } from '../../adapters/dynamodb/runs/run-item.ts';
import { licencesOfFailedBatches } from '../run/failed-batches.ts';
import { mostNamed, nameFailures } from '../run/name-failures.ts';
import { left, mailWaits } from '../../contracts/workflow/outcome-words.ts';
import { whyMailsWait } from '../../contracts/workflow/trouble.ts';
import {
  type Announcement,
  announcedBatch,
  type AnnouncementsInput,
} from '../../contracts/workflow/update.ts';

/** Where the map's results are found. */
export function openResults(): MapResults {
  return new MapResults();
}

type Counts = Readonly<Record<Announcement, number>>;

interface Summary {
  readonly planId: string;
  readonly date: CivilDate;
  readonly listed: number;
  readonly announced: Counts;
  /** Licences whose mail waits for the next run. */
  readonly waiting: number;
  readonly failedCount: number;
  /** At most 20 of them. */
  readonly failed: readonly Failure[];
  /** Why the account could not send mail; empty where it could. */
  readonly trouble: string;
  readonly summary: string;
}

/** Counts the outcomes of an update's announcements. A licence without an outcome counts as failed. */
export async function summariseAnnouncements(
  mapResults: MapResults,
  { planId, product, version, today, listed, results }: AnnouncementsInput,
): Promise<Summary> {
  const { Bucket, Key } = results.ResultWriterDetails;
  const { counts, waiting, trouble, failures } = await read(mapResults, { bucket: Bucket, key: Key });
  const failedCount = listed - waiting - Object.values(counts).reduce((sum, count) => sum + count, 0);
  const failed = failures.slice(0, mostNamed);
  const summary = `${product} ${version}: ${inWords(counts)}${waitingInWords(waiting, trouble)}${failuresInWords(listed, failedCount, failed)}`;
  return { planId, date: today, listed, announced: counts, waiting, failedCount, failed, trouble, summary };
}

async function read(
  results: MapResults,
  manifest: Place,
): Promise<Pick<Summary, 'waiting' | 'trouble'> & { counts: Counts; failures: readonly Failure[] }> {
  const counts = { entitled: 0, missed: 0, 'not-on-list': 0, 'announced-before': 0, 'other-product': 0 };
  const failures: Failure[] = [];
  let [waiting, trouble] = [0, ''];
  for await (const output of results.outputs(manifest)) {
    const { announced, outcomes } = parseAt('a result of the map', announcedBatch, output);
    const mailed = new Map(
      outcomes.map(({ licenceId, did, because }) => [licenceId, { did: did.at(-1), because }]),
    );
    for (const one of announced) {
      const { licenceId } = one;
      const { did, because = '' } = mailed.get(licenceId) ?? {};
      if (one.outcome === 'failed') failures.push({ licenceId, reason: one.because });
      else if (did === left) failures.push({ licenceId, reason: because });
      else if (did === mailWaits) {
        waiting += 1;
        trouble ||= because;
      } else counts[one.outcome] += 1;
    }
  }
  for await (const failure of licencesOfFailedBatches(results, manifest)) failures.push(failure);
  return { counts, waiting, trouble, failures };
}

function inWords(counts: Counts): string {
  return [
    `${counts.entitled} e-mailed and entitled`,
    `${counts.missed} e-mailed without cover`,
    `${counts['not-on-list']} not on the announcement list`,
    `${counts['announced-before']} e-mailed before`,
    `${counts['other-product']} of another product or removed`,
  ].join(', ');
}

function waitingInWords(waiting: number, trouble: string): string {
  return waiting === 0 ? '' : `, ${waiting} not e-mailed yet; ${whyMailsWait(trouble)}`;
}

function failuresInWords(listed: number, failedCount: number, failed: readonly Failure[]): string {
  if (failedCount === 0) return '';
  return `; ${failedCount} of ${listed} licences failed: ${nameFailures(failed, failedCount)}`;
}
