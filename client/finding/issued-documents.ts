import { NumberRegister } from '../../adapters/dynamodb/documents/number-register.ts';
import { seriesOf } from '../../adapters/dynamodb/documents/document-number.ts';
import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { HistoryReader } from '../../adapters/dynamodb/licences/history.ts';
import { PlanIndex } from '../../adapters/dynamodb/licences/plan-index.ts';
import { SharedLines } from '../../adapters/dynamodb/sharing/shared-lines.ts';
import { batchesOf } from '../../adapters/dynamodb/table/batch-get.ts';
import { type ReadItems, type Unreadable, withItems } from '../../adapters/dynamodb/table/read-each.ts';
import { NotValid } from '../../adapters/dynamodb/table/parse.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { sideBySide } from '../../adapters/dynamodb/table/side-by-side.ts';
import { type DocumentKind, documentIssuedBy } from '../../domain/billing/document-of.ts';
import { type CivilDate, firstOfYear } from '../../domain/calendar.ts';
import type { Shared } from '../../domain/licence/shared.ts';
import type { Licence } from '../../domain/licence/licence.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { OpenLicences } from './open-licences.ts';

/** A licence's journal, and the printed numbers of its documents by their ids in it. */
export interface NumberedJournal {
  readonly licenceId: string;
  readonly events: readonly Event[];
  readonly numbers: ReadonlyMap<string, string>;
}

/** A printed number with the journal of its licence. */
export interface NumberInJournal {
  readonly number: string;
  readonly journal: NumberedJournal;
}

/**
 * The quotes and invoices of a deployment, without a look at licences that have none. Those of a plan are in the register of
 * numbers, year by year; those of a customer in the journals of its licences.
 */
export class IssuedDocuments {
  readonly #register: NumberRegister;
  readonly #histories: HistoryReader;
  readonly #open: OpenLicences;
  readonly #ofCustomers: CustomerIndex;
  readonly #plans: PlanIndex;
  readonly #shared: SharedLines;

  constructor(deployment: Deployment) {
    const documents = documentClient();
    const settings = settingsOf(deployment.outputs);
    this.#register = new NumberRegister(documents, settings);
    this.#histories = new HistoryReader(documents, settings);
    this.#open = new OpenLicences(deployment);
    this.#ofCustomers = new CustomerIndex(documents, settings);
    this.#plans = new PlanIndex(documents, settings);
    this.#shared = new SharedLines(documents, settings);
  }

  /**
   * The documents of a kind that a plan issued in a year, the newest first, a hundred at a time, each with its journal.
   */
  async *ofYear(
    plan: Plan,
    kind: DocumentKind,
    year: number,
  ): AsyncGenerator<ReadItems<NumberInJournal>, void> {
    const numbers = this.#register.newestFirst(seriesOf(plan, kind, firstOfYear(year)));
    for await (const page of batchesOf(numbers)) {
      const licenceIds = [...new Set(page.map(({ licenceId }) => licenceId))];
      const { values, unreadable } = await this.#journals(licenceIds);
      const journals = new Map(values.map((journal) => [journal.licenceId, journal]));
      const found = page.flatMap(({ number, licenceId }) => {
        const journal = journals.get(licenceId);
        return journal === undefined ? [] : [{ number, journal }];
      });
      const others = await this.#sharing(found);
      yield { values: [...found, ...others.values], unreadable: [...unreadable, ...others.unreadable] };
    }
  }

  /**
   * The journals of all licences of a plan with something open, a hundred at a time, whenever it was issued.
   * @param isWanted whether a journal is worth reading, by the licence's state
   */
  async *open(
    planId: string,
    today: CivilDate,
    isWanted: (licence: Licence) => boolean,
  ): AsyncGenerator<ReadItems<NumberedJournal>, void> {
    for await (const { values, unreadable } of this.#open.of(planId, today)) {
      const wanted = values.filter(({ licence }) => isWanted(licence));
      const journals = await this.#journals(wanted.map(({ licence }) => licence.facts.licenceId));
      yield withItems(journals, { values: [], unreadable });
    }
  }

  /** The journals of the other licences that share these documents. */
  async #sharing(found: readonly NumberInJournal[]): Promise<ReadItems<NumberInJournal>> {
    const values: NumberInJournal[] = [];
    const unreadable: Unreadable[] = [];
    for (const { number, journal } of found) {
      const shared = sharedBy(journal, number);
      if (shared === undefined) continue;
      const licenceIds = (await this.#shared.of(shared)).map(({ licenceId }) => licenceId);
      const others = await this.#journals(licenceIds.filter((id) => id !== journal.licenceId));
      values.push(...others.values.map((other) => ({ number, journal: other })));
      unreadable.push(...others.unreadable);
    }
    return { values, unreadable };
  }

  /** The journals of the licences that a customer has now, a hundred at a time. */
  async *ofCustomer(customerId: string): AsyncGenerator<ReadItems<NumberedJournal>, void> {
    for await (const licenceIds of batchesOf(await this.#ofCustomers.licences(customerId)))
      yield await this.#journals(licenceIds);
  }

  /** The journals of some licences: one request for each. */
  of(licenceIds: readonly string[]): Promise<ReadItems<NumberedJournal>> {
    return this.#journals(licenceIds);
  }

  /** The journals of all licences of a plan, a hundred at a time: one request for each licence. */
  async *ofPlan(planId: string): AsyncGenerator<ReadItems<NumberedJournal>, void> {
    for await (const page of batchesOf(this.#plans.licences(planId)))
      yield await this.#journals(page.map(({ licenceId }) => licenceId));
  }

  /** The journals of the licences whose document has a printed number: several where they share it, none for an unknown number. */
  async ofNumber(number: string): Promise<readonly NumberedJournal[]> {
    const licenceId = await this.#register.licenceOf(number);
    const journal = licenceId === undefined ? undefined : await this.#journal(licenceId);
    if (journal === undefined) return [];
    const { values } = await this.#sharing([{ number, journal }]);
    return [journal, ...values.map((other) => other.journal)];
  }

  async #journals(licenceIds: readonly string[]): Promise<ReadItems<NumberedJournal>> {
    const values: NumberedJournal[] = [];
    const unreadable: Unreadable[] = [];
    const read = async (licenceId: string) => {
      try {
        const journal = await this.#journal(licenceId);
        if (journal !== undefined) values.push(journal);
      } catch (error) {
        if (!(error instanceof NotValid)) throw error;
        unreadable.push({ id: licenceId, problem: error.message });
      }
    };
    await sideBySide(licenceIds, read);
    return { values, unreadable };
  }

  async #journal(licenceId: string): Promise<NumberedJournal | undefined> {
    const history = await this.#histories.read(licenceId);
    return (
      history && {
        licenceId,
        events: history.events.map(({ event }) => event),
        numbers: new Map(history.documents.map(({ documentId, number }) => [documentId, number])),
      }
    );
  }
}

/** Where the lines of a document lie; undefined where one licence alone has it. */
function sharedBy({ events, numbers }: NumberedJournal, number: string): Shared | undefined {
  const issued = events.find((event) => {
    const document = documentIssuedBy(event);
    return document !== undefined && numbers.get(document.documentId) === number;
  });
  return issued !== undefined && 'shared' in issued ? issued.shared : undefined;
}
