import { outputsOf } from '../../adapters/cloudformation/stack-outputs.ts';
import { TestMailReader } from '../../adapters/dynamodb/runs/test-mail-reader.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { type PipeWork, workOfPipe } from '../../adapters/inspection/pipe-metrics.ts';
import { messagesIn } from '../../adapters/inspection/queues.ts';
import { type FoundSchedule, schedulesInGroups } from '../../adapters/inspection/schedules.ts';
import { type SendingAccount, SendingInspector } from '../../adapters/inspection/sending.ts';
import { type Subscription, subscriptionsOf } from '../../adapters/inspection/subscriptions.ts';
import type { SenderIdentity } from '../../contracts/delivery/sender-identity.ts';
import { outputs, stacks } from '../../contracts/deployment/stacks.ts';
import { outputNamed } from '../deployment/output-named.ts';
import { settingsOf } from '../deployment/settings-of.ts';
import { OperatorClient } from '../operator/operator-client.ts';
import { answerOfPortal, type PortalAnswer } from './portal-answer.ts';

export type { PipeWork } from '../../adapters/inspection/pipe-metrics.ts';
export type { FoundSchedule } from '../../adapters/inspection/schedules.ts';
export type { SendingAccount } from '../../adapters/inspection/sending.ts';
export type { Subscription } from '../../adapters/inspection/subscriptions.ts';

/** How a deployment is set up in its account, apart from its licences. All methods throw the SDK's errors. */
export class Inspection {
  /** By the keys of the stacks' outputs. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly #sending = new SendingInspector();
  readonly #testMails: TestMailReader;

  constructor(deployed: Readonly<Record<string, string>>) {
    this.outputs = deployed;
    this.#testMails = new TestMailReader(documentClient(), settingsOf(deployed));
  }

  account(): Promise<SendingAccount> {
    return this.#sending.account();
  }

  /** The identity of a sender's domain; undefined where SES has none. */
  identity(domain: string): Promise<SenderIdentity | undefined> {
    return this.#sending.identity(domain);
  }

  /** The schedules of the plans and of the digest. */
  async schedules(): Promise<readonly FoundSchedule[]> {
    const ofPlans = await schedulesInGroups(stacks.renewals);
    return [...ofPlans, ...(await schedulesInGroups(stacks.operations))];
  }

  /** Who gets alarms and digests. */
  subscriptions(): Promise<readonly Subscription[]> {
    return subscriptionsOf(outputNamed(this.outputs, outputs.confirmAlarms));
  }

  /** How many messages wait in the queue of what could not be delivered. */
  undelivered(): Promise<number> {
    return messagesIn(outputNamed(this.outputs, outputs.undelivered));
  }

  rejectedPayments(): Promise<number> {
    return messagesIn(outputNamed(this.outputs, outputs.rejectedPayments));
  }

  /**
   * What the pipe of the journal did in the last days.
   * @param now a UTC instant
   */
  journal(days: number, now: string): Promise<PipeWork> {
    return workOfPipe(outputNamed(this.outputs, outputs.journalPipe), days, now);
  }

  /** Where the customer's page is, and what it answers to this machine. */
  async portal(): Promise<{ readonly address: string; readonly answer: PortalAnswer }> {
    const address = outputNamed(this.outputs, outputs.portalAddress);
    return { address, answer: await answerOfPortal(address) };
  }

  /** Sends a test mail from the sender of a plan to SES's simulator and gives its id. Throws `Refusal` where SES refuses it. */
  async sendTestMail(planId: string): Promise<string> {
    const operator = new OperatorClient(outputNamed(this.outputs, outputs.operatorAddress));
    return (await operator.sendTestMail({ planId })).mailId;
  }

  /** Whether SES's feedback on a test mail has arrived. */
  isDelivered(mailId: string): Promise<boolean> {
    return this.#testMails.isDelivered(mailId);
  }
}

/** Finds all three stacks. Throws `NotDeployed` where one is missing, and the SDK's errors where there is no way to them. */
export async function inspect(): Promise<Inspection> {
  return new Inspection(await outputsOf([stacks.licences, stacks.renewals, stacks.operations]));
}
