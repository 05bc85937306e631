import { randomUUID } from 'node:crypto';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { noonIn } from '../../domain/time/instant.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import type { Cloud } from '../../local/cloud.ts';
import { plans } from '../../plans/index.ts';
import { planOf } from '../../plans/plan-of.ts';
import type { BookActivity } from '../book/files/activities.ts';
import type { BookUpdate } from '../book/files/updates.ts';
import { Deployment } from '../../client/deployment/deployment.ts';
import { documentsOf, type PrintedDocument } from '../../client/deployment/documents.ts';
import { executionEnded } from '../../client/runs/execution-ended.ts';
import { Runner } from '../../client/runs/runner.ts';
import { NoAnswer } from '../../client/operator/errors.ts';
import {
  type ExecutionLine,
  type Executions,
  executionsOf,
  type FailedLicence,
} from '../../client/runs/executions.ts';
import { between, type Counted, countedIn, together, type Work } from '../meter/work.ts';
import { RowFailed, RowWriter } from '../import/row-writer.ts';
import { journalOf } from './journal.ts';
import type { Outgoing } from './mails.ts';
import type { PlayedSystem } from './play.ts';

/** In milliseconds: longer than a mail waits for feedback. */
const catchingUpAfter = 3 * 60 * 60 * 1000;

/** How often a request is made until it is answered. */
const mostAsked = 5;

/** Plays a book on an embedded cloud, to which the AWS SDK of this process must point already. */
export class PlayedCloud implements PlayedSystem {
  readonly executions: ExecutionLine[] = [];
  /** The licences that failed in runs. */
  readonly failed: FailedLicence[] = [];
  readonly #cloud: Cloud;
  readonly #deployment: Deployment;
  readonly #reader: Executions;
  readonly #rows: RowWriter;
  readonly #signal: AbortSignal;
  /** What the runs did. */
  #work: Counted | undefined;

  constructor(cloud: Cloud, signal: AbortSignal) {
    this.#cloud = cloud;
    this.#signal = signal;
    this.#deployment = new Deployment(cloud.outputs);
    this.#reader = executionsOf(this.#deployment);
    this.#rows = new RowWriter(this.#deployment.operator);
  }

  async admit(customers: readonly Customer[]): Promise<void> {
    await Promise.all(
      customers.map((customer) => asked(() => this.#rows.write({ row: 'customer', customer }))),
    );
  }

  async register(facts: Facts): Promise<void> {
    this.#setClock(facts.planId, facts.registeredOn);
    await asked(() => this.#rows.write({ row: 'licence', facts }));
  }

  async act({ date: on, licenceId, command }: BookActivity, { planId }: Facts): Promise<void> {
    this.#setClock(planId, on);
    const requestId = randomUUID();
    const { operator } = this.#deployment;
    const { problem } = await asked(() => operator.command({ licenceId, on, command }, requestId));
    if (problem !== undefined) throw new Error(problem);
  }

  async publish({ date, planId, product, version }: BookUpdate): Promise<void> {
    this.#setClock(planId, date);
    const { executionArn } = await this.#deployment.operator.publishUpdate({ planId, product, version });
    const { status, cause = status } = await executionEnded(executionArn, this.#signal);
    if (status !== 'SUCCEEDED') throw new Error(`Publishing ${product} ${version} failed: ${cause}`);
  }

  /** Schedules of functions do not fire: only the digest of the last day is kept. */
  async run(day: CivilDate): Promise<void> {
    // Executions are dated on their day, when it has ended everywhere: what customers do on it counts before.
    this.#cloud.clock.set(`${day}T20:00:00Z`);
    const before = await this.#counted();
    const executions = await this.#cloud.fireSchedules(day);
    const done = between(before, await this.#counted());
    this.#work = this.#work === undefined ? done : together(this.#work, done);
    for (const execution of executions) {
      const { line, failed } = await this.#reader.read(execution);
      this.executions.push(line);
      this.failed.push(...failed);
    }
  }

  /**
   * Once the weather has cleared and some hours have passed, runs a day again with what failed, for all plans.
   * @returns the licences on which runs had failed by then; `failed` has those on which they fail still
   */
  async catchUp(day: CivilDate): Promise<readonly FailedLicence[]> {
    const { clock } = this.#cloud;
    await this.#cloud.weather.clear();
    await this.#cloud.drain();
    clock.advanceTo(clock.now() + catchingUpAfter);
    const before = this.failed.splice(0);
    const runner = new Runner(this.#deployment);
    const started = await Promise.all(plans.map((plan) => runner.start(plan, { day, again: true })));
    for (const arn of started) {
      const { line, failed } = await runner.ended(arn, this.#signal);
      this.executions.push(line);
      this.failed.push(...failed);
    }
    return before;
  }

  /** What the runs did so far, and what everything else did, as AWS bills it. */
  async work(): Promise<{ readonly runs: Work; readonly besideRuns: Counted }> {
    const all = await this.#counted();
    const runs = this.#work ?? between(all, all);
    const licenceActions = this.executions.reduce((sum, { done }) => sum + done, 0);
    return { runs: { licenceActions, ...runs }, besideRuns: between(runs, all) };
  }

  /** The events of these licences. */
  async journal(licences: readonly Facts[]) {
    const histories = [];
    for (const { licenceId } of licences) histories.push(await this.#deployment.events(licenceId));
    return journalOf(histories);
  }

  /** The mails that these licences have called for, by their ids. */
  async outgoing(licences: readonly Facts[]): Promise<ReadonlyMap<string, Outgoing>> {
    const outgoing = new Map<string, Outgoing>();
    for (const { licenceId, customerId } of licences) {
      for (const mail of await this.#deployment.mails(licenceId))
        outgoing.set(mail.mailId, { mail, customerId });
    }
    return outgoing;
  }

  /** The quotes and invoices of these licences as PDFs, by their file names. */
  async documents(licences: readonly Facts[]): Promise<readonly PrintedDocument[]> {
    const documents: PrintedDocument[] = [];
    for (const facts of licences) documents.push(...(await documentsOf(this.#deployment, facts)));
    return documents;
  }

  async #counted(): Promise<Counted> {
    return countedIn(await this.#cloud.meter(), this.#deployment.outputs);
  }

  /** Sets the cloud's clock, by which the deployment dates, to noon of that day. */
  #setClock(planId: string, day: CivilDate): void {
    this.#cloud.clock.set(noonIn(planOf(planId).timeZone, day));
  }
}

/** Asks again, as operators do, where there is no answer or a row is not written: a repetition changes nothing. */
async function asked<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const isWorthIt = error instanceof NoAnswer || error instanceof RowFailed;
      if (!isWorthIt || attempt === mostAsked) throw error;
    }
  }
}
