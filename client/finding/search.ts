import { CustomerIndex } from '../../adapters/dynamodb/customers/customer-index.ts';
import { CustomerReader } from '../../adapters/dynamodb/customers/customer-reader.ts';
import { partsOf } from '../../adapters/dynamodb/documents/document-number.ts';
import { NumberRegister } from '../../adapters/dynamodb/documents/number-register.ts';
import { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { PlanIndex } from '../../adapters/dynamodb/licences/plan-index.ts';
import { ReferenceIndex } from '../../adapters/dynamodb/licences/reference-index.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { referenceIn } from '../../domain/customer/reference.ts';
import { foldedReference } from '../../domain/customer/search-words.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { isId } from '../../domain/text/id.ts';
import { plans } from '../../plans/index.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { CustomerSearch, namedBy } from './customer-search.ts';

/** Something that a text names. */
export type Found =
  | { readonly kind: 'customer'; readonly customer: Customer }
  | { readonly kind: 'licence'; readonly licenceId: string }
  /** A quote, an invoice or a credit note by its printed number. */
  | { readonly kind: 'document'; readonly licenceId: string; readonly number: string }
  /** An event that names a purchase order or a payment. */
  | {
      readonly kind: 'purchase order' | 'payment';
      readonly licenceId: string;
      readonly reference: string;
      readonly on: CivilDate;
    };

/** All that a text names, and whether there may be more. */
export interface Searched {
  readonly found: readonly Found[];
  readonly isCut: boolean;
}

const mostOfShard = 20;
const mostReferences = 50;
/** Partitions of index `plan` that are asked for the beginning of an id: with the other requests there are ten in capitals. */
const mostPartitions = 5;
/** Of a customer that alone is found. */
const mostLicences = 100;

/**
 * Finds customers, licences, documents, purchase orders and payments. It makes ten requests at most, fifteen for the
 * beginning of an id in small letters, and what it reads does not grow with the tables (docs/adr/0023).
 */
export class Search {
  readonly #ofText: CustomerSearch;
  readonly #customers: CustomerReader;
  readonly #ofCustomers: CustomerIndex;
  readonly #licences: LicenceReader;
  readonly #register: NumberRegister;
  readonly #plans: PlanIndex;
  readonly #references: ReferenceIndex;

  constructor({ outputs }: Deployment) {
    const documents = documentClient();
    const settings = settingsOf(outputs);
    this.#ofText = new CustomerSearch(documents, settings);
    this.#customers = new CustomerReader(documents, settings);
    this.#ofCustomers = new CustomerIndex(documents, settings);
    this.#licences = new LicenceReader(documents, settings);
    this.#register = new NumberRegister(documents, settings);
    this.#plans = new PlanIndex(documents, settings);
    this.#references = new ReferenceIndex(documents, settings);
  }

  /** What a text names: exact numbers and ids first. The beginning of a licence's id is looked for if it names nothing else. */
  async for(text: string): Promise<Searched> {
    const given = text.trim();
    // Ids and numbers are written in capitals, and typed in any letters.
    const ids = [...new Set([given, given.toUpperCase()])].filter(isId);
    const [documents, references, licences, candidates] = await Promise.all([
      this.#documentsOf(ids),
      this.#referencesTo(given),
      this.#licencesOf(ids),
      this.#ofText.candidates(given),
    ]);
    const { values } = await this.#customers.getAll([...new Set([...ids, ...candidates.customerIds])]);
    const exact = values.filter(({ customerId }) => ids.includes(customerId));
    const isExact = exact.length > 0;
    const owners = (isExact ? exact : namedBy(values, given)).filter(
      ({ erasedOn }) => erasedOn === undefined,
    );
    const named = [...documents, ...references, ...licences];
    if (named.length === 0 && owners.length === 0) {
      const begun = await this.#beginningWith(given);
      return { ...begun, isCut: begun.isCut || candidates.isCut };
    }
    const [only] = owners;
    const own = only !== undefined && owners.length === 1 ? await this.#ofCustomer(only.customerId) : none;
    const found: Found[] = [
      ...named,
      ...owners.map((customer) => ({ kind: 'customer' as const, customer })),
      ...own.found.filter((each) => !licences.some(({ licenceId }) => licenceId === each.licenceId)),
    ];
    return { found, isCut: (candidates.isCut && !isExact) || own.isCut };
  }

  async #documentsOf(ids: readonly string[]): Promise<readonly Found[]> {
    const found = await Promise.all(
      ids.filter(isNumberOfPlan).map(async (number) => {
        const licenceId = await this.#register.licenceOf(number);
        return licenceId === undefined ? [] : [{ kind: 'document' as const, licenceId, number }];
      }),
    );
    return found.flat();
  }

  async #referencesTo(text: string): Promise<readonly Found[]> {
    const reference = foldedReference(text);
    if (reference === '') return [];
    const events = await this.#references.eventsWith(reference, mostReferences);
    return events.flatMap((event) => namedByEvent(event, reference));
  }

  /** By the whole id, or that of a payment or a document of the licence. */
  async #licencesOf(ids: readonly string[]): Promise<FoundLicences['found']> {
    const wholes = ids.flatMap((id) => [id, id.replace(/-[A-Z]\d+$/, '')]);
    const exact = await this.#licences.loadEach([...new Set(wholes)]);
    return [...exact].filter(([, stored]) => stored !== undefined).map(([licenceId]) => asFound(licenceId));
  }

  /** By the beginning of the id: one request for each shard of each plan, and one more where it has small letters. */
  async #beginningWith(text: string): Promise<FoundLicences> {
    if (!/^\S{2,}$/.test(text) || !/\d|-$/.test(text)) return none;
    const beginnings = [...new Set([text.toUpperCase(), text])];
    const partitions = plans.flatMap(({ id }) => this.#plans.partitionsOf(id));
    const asked = partitions
      .slice(0, mostPartitions)
      .flatMap((partition) => beginnings.map((beginning) => ({ partition, beginning })));
    const pages = await Promise.all(
      asked.map(({ partition, beginning }) => this.#plans.beginningWith(partition, beginning, mostOfShard)),
    );
    const found = pages.flat().map(({ licenceId }) => licenceId);
    return {
      found: found.toSorted().map(asFound),
      isCut: found.length >= mostOfShard || partitions.length > mostPartitions,
    };
  }

  async #ofCustomer(customerId: string): Promise<FoundLicences> {
    const licenceIds = (await this.#ofCustomers.licences(customerId)).toSorted();
    return {
      found: licenceIds.slice(0, mostLicences).map(asFound),
      isCut: licenceIds.length > mostLicences,
    };
  }
}

interface FoundLicences {
  readonly found: readonly { readonly kind: 'licence'; readonly licenceId: string }[];
  readonly isCut: boolean;
}

const none: FoundLicences = { found: [], isCut: false };

function asFound(licenceId: string): FoundLicences['found'][number] {
  return { kind: 'licence', licenceId };
}

/** Whether a text looks like the printed number of a document of one of the plans. */
function isNumberOfPlan(text: string): boolean {
  const series = partsOf(text)?.series.replace(/-\d{4}$/, '');
  return plans.some(({ numbers }) => Object.values(numbers).some((each) => each === series));
}

function namedByEvent(event: Event, reference: string): readonly Found[] {
  const named = referenceIn(event);
  if (named === undefined || foldedReference(named) !== reference) return [];
  const kind = event.type === 'PaymentRecorded' ? 'payment' : 'purchase order';
  return [{ kind, licenceId: event.licenceId, reference: named, on: event.date }];
}
