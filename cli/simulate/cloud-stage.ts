import type { CivilDate } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { noonIn } from '../../domain/time/instant.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import { applyActivity, registerLicence } from '../../app/commands/apply-command.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { DueIndex } from '../../adapters/dynamodb/licences/due-index.ts';
import { ExecutionStarter } from '../../adapters/stepfunctions/executions.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { WorklistStore } from '../../adapters/s3/worklists.ts';
import { storedDocuments } from '../../app/mailing/attach-document.ts';
import { deliverPending, type MailingDependencies } from '../../app/mailing/deliver.ts';
import { openMailing } from '../../app/mailing/mailing-dependencies.ts';
import type { Cloud } from '../../local/cloud.ts';
import { outputs } from '../../contracts/stacks.ts';
import type { Attachment } from '../../mail/message/subject.ts';
import { planOf } from '../../plans/plan-of.ts';
import type { BookActivity } from '../book/files/activities.ts';
import type { BookUpdate } from '../book/files/updates.ts';
import { settingsOf } from '../../client/deployment/settings-of.ts';
import { Executions, type ExecutionLine } from '../../client/runs/executions.ts';
import { journalOf } from './journal.ts';
import type { Outgoing } from './mails.ts';
import type { FailedLicence, Stage } from './play.ts';

const pollMilliseconds = 50;

/** Plays a book on an embedded cloud, to which the AWS SDK of this process must point already. */
export class CloudStage implements Stage {
  readonly executions: ExecutionLine[] = [];
  /** The licences that failed in runs. */
  readonly failed: FailedLicence[] = [];
  readonly #cloud: Cloud;
  readonly #post: MailingDependencies;
  readonly #reader: Executions;
  readonly #starter = new ExecutionStarter();
  readonly #signal: AbortSignal;

  constructor(cloud: Cloud, signal: AbortSignal) {
    const settings = settingsOf(cloud.outputs);
    const documents = documentClient();
    this.#cloud = cloud;
    this.#signal = signal;
    const post = openMailing(documents, settings);
    this.#post = { ...post, licences: post.licences.causedBy({ by: 'operator' }) };
    this.#reader = new Executions(
      new RunStore(documents, settings),
      new WorklistStore(settings),
      new DueIndex(documents, settings),
    );
  }

  async admit(customers: readonly Customer[]): Promise<void> {
    for (const customer of customers) await this.#post.customers.put(customer);
  }

  async register(facts: Facts): Promise<void> {
    await registerLicence(this.#post.licences, facts);
    await this.#deliver(facts.licenceId, facts.registeredOn);
  }

  async act({ licenceId, command }: BookActivity): Promise<void> {
    await applyActivity(this.#post.licences, licenceId, command, command.on);
    await this.#deliver(licenceId, command.on);
  }

  async publish({ date, planId, product, version }: BookUpdate): Promise<void> {
    const publishedAt = noonIn(planOf(planId).timeZone, date);
    const stateMachine = this.#cloud.outputs[outputs.updateStateMachine] ?? '';
    const arn = await this.#starter.start(stateMachine, { planId, product, version, publishedAt });
    const { status, cause = status } = await this.#starter.ended(arn, pollMilliseconds, this.#signal);
    if (status !== 'SUCCEEDED') throw new Error(`${product} ${version} was not told to everybody: ${cause}`);
  }

  /** Schedules of functions do not fire: the digest of the last day is the one that is read. */
  async run(day: CivilDate): Promise<void> {
    for (const execution of await this.#cloud.fireSchedules(day)) {
      const { line, failed } = await this.#reader.read(execution);
      this.executions.push(line);
      this.failed.push(...failed);
    }
  }

  /** Everything that happened to these licences. */
  async journal(licences: readonly Facts[]) {
    const histories = [];
    for (const { licenceId } of licences) histories.push(await this.#post.licences.events(licenceId));
    return journalOf(histories);
  }

  /** The mails that these licences have called for, by their ids. */
  async outgoing(licences: readonly Facts[]): Promise<ReadonlyMap<string, Outgoing>> {
    const outgoing = new Map<string, Outgoing>();
    for (const { licenceId, customerId } of licences) {
      for (const mail of await this.#post.mails.mails(licenceId))
        outgoing.set(mail.mailId, { mail, customerId });
    }
    return outgoing;
  }

  /** The quotes and invoices of these licences as PDFs, by their file names. */
  async documents(licences: readonly Facts[]): Promise<readonly Attachment[]> {
    const documents: Attachment[] = [];
    for (const { licenceId, planId } of licences)
      documents.push(...(await storedDocuments(this.#post, planOf(planId), licenceId)));
    return documents;
  }

  /** The time now dates no more than the lease on a mail that is being sent. */
  async #deliver(licenceId: string, today: CivilDate): Promise<void> {
    await deliverPending(this.#post, licenceId, today, Date.now());
  }
}
