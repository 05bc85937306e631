import { paginateQuery, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Documents } from '../table/document-client.ts';
import { type CivilDate, civilDateSchema } from '../../../domain/calendar.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { itemsAt } from '../table/batch-get.ts';
import { parseAt } from '../table/parse.ts';
import { type Counts, type Failure, failureSchema, type Run, runRecords, runSchema } from './run-item.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

/** A run as it is on record. */
export interface RecordedRun extends Run {
  /** Whether it was an extra run, of licences that an operator named. */
  readonly isExtra: boolean;
  /** Unset until it has ended, and for good if it was aborted. */
  readonly counts?: Counts | undefined;
  /** Why the account could not send mail; unset where it could. */
  readonly trouble?: string | undefined;
}

/** Looks back at the runs of plans: table `Runs`. */
export class RunHistory {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.runsTable);
  }

  /** The runs of some days of a plan, without the extra ones; none where no run has claimed the day. */
  ofDays(planId: string, days: readonly CivilDate[]): Promise<readonly RecordedRun[]> {
    return this.ofPlans([planId], days);
  }

  /** The same for several plans. */
  ofPlans(planIds: readonly string[], days: readonly CivilDate[]): Promise<readonly RecordedRun[]> {
    return this.of(planIds.flatMap((planId) => days.map((day) => ({ planId, day }))));
  }

  /** The runs that have claimed these days of plans, in no order; a hundred days in a request. */
  async of(
    days: readonly { readonly planId: string; readonly day: CivilDate }[],
  ): Promise<readonly RecordedRun[]> {
    const keys = days.map(({ planId, day }) => ({ planId, run: runRecords.day(day) }));
    const runs: RecordedRun[] = [];
    for await (const items of itemsAt(this.documents, this.table, keys, { ConsistentRead: true })) {
      for (const item of items) {
        const { run, ...known } = parseAt('a run in table Runs', runSchema, item);
        runs.push({ ...known, today: civilDateSchema.parse(run), isExtra: false });
      }
    }
    return runs;
  }

  /** Those of these days, which come in order, that had no run, since the plan has had its first; `runs` are theirs. */
  async missed(
    planId: string,
    days: readonly CivilDate[],
    runs: readonly RecordedRun[],
  ): Promise<readonly CivilDate[]> {
    const [from] = days;
    if (from === undefined) return [];
    const ran = new Set(runs.map(({ today }) => today));
    const first = (await this.hasRunBefore(planId, from)) ? from : [...ran].sort()[0];
    return first === undefined ? [] : days.filter((day) => day >= first && !ran.has(day));
  }

  /** The extra runs of a plan from one day to another, in order of their days. */
  async extras(planId: string, from: CivilDate, to: CivilDate): Promise<readonly RecordedRun[]> {
    const pages = this.pages({
      KeyConditionExpression: 'planId = :plan AND run BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':plan': planId,
        ':from': runRecords.extrasFrom(from),
        ':to': runRecords.extrasTo(to),
      },
    });
    const runs: RecordedRun[] = [];
    for await (const items of pages) {
      for (const item of items) {
        const { run, ...known } = parseAt('an extra run in table Runs', runSchema, item);
        const [, day] = run.split('#');
        runs.push({ ...known, today: civilDateSchema.parse(day), isExtra: true });
      }
    }
    return runs;
  }

  /** Whether a plan has had a run on an earlier day. */
  async hasRunBefore(planId: string, day: CivilDate): Promise<boolean> {
    const { Items = [] } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        KeyConditionExpression: 'planId = :plan AND run < :day',
        ExpressionAttributeValues: { ':plan': planId, ':day': day },
        Limit: 1,
      }),
    );
    return Items.length > 0;
  }

  /** Every licence that has ever failed in a run of a plan, each time that it did, oldest first. */
  async *everyFailure(planId: string): AsyncGenerator<Failure, void> {
    const pages = this.pages({
      KeyConditionExpression: 'planId = :plan',
      FilterExpression: 'attribute_exists(licenceId) AND attribute_not_exists(mailId)',
      ExpressionAttributeValues: { ':plan': planId },
    });
    for await (const items of pages) {
      for (const item of items) yield parseAt('a failure in table Runs', failureSchema, item);
    }
  }

  private async *pages(
    query: Omit<QueryCommandInput, 'TableName'>,
  ): AsyncGenerator<readonly unknown[], void> {
    const pages = paginateQuery({ client: this.documents }, { TableName: this.table, ...query });
    for await (const { Items = [] } of pages) yield Items;
  }
}
