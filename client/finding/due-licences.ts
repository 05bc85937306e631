import { RunHistory } from '../../adapters/dynamodb/runs/run-history.ts';
import { PlanLicences } from '../../adapters/dynamodb/licences/plan-licences.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { ReadItems } from '../../adapters/dynamodb/table/read-each.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { addDays, type CivilDate } from '../../domain/calendar.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';

export type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';

/** The licences that runs to come have something to do for: index `due` of table `Licences`. */
export class DueLicences {
  readonly #licences: PlanLicences;
  readonly #runs: RunHistory;

  constructor({ outputs }: Deployment) {
    const documents = documentClient();
    const settings = settingsOf(outputs);
    this.#licences = new PlanLicences(documents, settings);
    this.#runs = new RunHistory(documents, settings);
  }

  /** Those of a plan that are due by a day, some hundred at a time. Parked licences are not among them. */
  by(planId: string, day: CivilDate): AsyncIterable<ReadItems<Stored>> {
    return this.#licences.storedDueBy(planId, day);
  }

  /** The day of the plan's next run: today, until the run of today has ended. */
  async nextRun(planId: string, today: CivilDate): Promise<CivilDate> {
    const [run] = await this.#runs.ofDays(planId, [today]);
    return run?.counts === undefined ? today : addDays(today, 1);
  }
}
