import { Stack, type StackProps } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Handler } from '../../contracts/deployment/handlers.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { version } from '../../contracts/deployment/version.ts';
import { addOutputs } from './outputs.ts';
import { paceOf } from '../workflows/concurrency.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { DailySchedules } from '../workflows/daily-schedules.ts';
import { deadLetters } from '../functions/event-lambda.ts';
import { Entitlements } from '../functions/entitlements.ts';
import { consoleRoleIn } from '../functions/hosted-console.ts';
import { OperatorFunction } from '../functions/operator.ts';
import type { DocumentArchive } from '../storage/document-archive.ts';
import { JournalPipe } from '../storage/journal-pipe.ts';
import type { LicenceTables } from '../storage/licence-tables.ts';
import { MailFeedback } from '../mailing/mail-feedback.ts';
import { Payments } from '../functions/payments.ts';
import { Portal, PortalApi } from '../functions/portal.ts';
import { runTimeout, warnOfLongDays } from '../workflows/run-duration.ts';
import { RenewalWorkflow } from '../workflows/renewal-workflow.ts';
import { Senders } from '../mailing/senders.ts';
import { StepFunctions } from '../functions/step-functions.ts';
import { UpdateWorkflow } from '../workflows/update-workflow.ts';
import { Unsubscribing } from '../mailing/unsubscribing.ts';
import type { Worklists } from '../storage/worklists.ts';

export interface RenewalsStackProps extends StackProps {
  readonly plans: readonly Plan[];
  readonly configuration: Configuration;
  readonly store: LicenceTables;
  readonly worklists: Worklists;
  readonly documents: DocumentArchive;
  readonly updatePasswordKey: IKey;
  readonly eventBus: EventBus;
  /** The folder of each handler's bundle. */
  readonly handlers: ReadonlyMap<Handler, string>;
}

/** What runs every day and keeps nothing itself: functions, workflow, schedules, senders. */
export class RenewalsStack extends Stack {
  /** Runs the plans' days. */
  readonly stateMachine: StateMachine;
  /** Publishes updates. */
  readonly updateStateMachine: StateMachine;
  readonly steps: StepFunctions;
  /** What could not be delivered: runs, events, digests. Each message says what it is of. */
  readonly undelivered: Queue;
  /** What operators call. */
  readonly operator: OperatorFunction;

  constructor(scope: Construct, id: string, props: RenewalsStackProps) {
    super(scope, id, props);
    const { plans, configuration, store, worklists, documents, updatePasswordKey, eventBus, handlers } =
      props;
    const { senders: settings, mailsOnlyTo, dueShards, logRetentionDays: logRetention } = configuration;
    const data = { store, dueShards };
    const setup = { handlers, logRetention };
    this.undelivered = deadLetters(this, 'Undelivered', 'schedules, rules, functions and a pipe');
    const { undelivered } = this;
    const senders = new Senders(this, 'Senders', { plans, settings, mailsOnlyTo });
    const unsubscribing = new Unsubscribing(this, 'Unsubscribing', {
      data,
      setup,
      concurrency: configuration.unsubscribeConcurrency,
    });
    const portalApi = new PortalApi(this, 'PortalApi', setup, configuration.portal);
    const pace = paceOf(configuration, plans);
    this.steps = new StepFunctions(this, 'Steps', {
      setup,
      data,
      worklists,
      documents,
      senders,
      unsubscribing,
      portalApi,
      updatePasswordKey,
      batchSize: configuration.batchSize,
      sendRate: configuration.sendRate,
      mailsPerSecond: pace.mailsPerSecond,
    });
    new MailFeedback(this, 'MailFeedback', { data, senders, setup, undelivered });
    const payments = new Payments(this, 'Payments', { data, eventBus, setup, undelivered });
    const journal = new JournalPipe(this, 'JournalPipe', { store, eventBus, logRetention, undelivered });
    const batches = { ...configuration, maxConcurrency: pace.batches };
    const timeout = runTimeout(configuration, pace);
    warnOfLongDays(this, configuration, pace);
    const workflow = { settings: batches, steps: this.steps, worklists, logRetention, timeout };
    const { stateMachine } = new RenewalWorkflow(this, 'Workflow', workflow);
    this.stateMachine = stateMachine;
    this.updateStateMachine = new UpdateWorkflow(this, 'UpdateWorkflow', workflow).stateMachine;
    new DailySchedules(this, 'Schedules', { plans, stateMachine, undelivered });

    this.operator = new OperatorFunction(this, 'Operator', {
      setup,
      data,
      documents,
      senders,
      unsubscribing,
      portalApi,
      updatePasswordKey,
      stateMachine,
      updateStateMachine: this.updateStateMachine,
      consoleRole: configuration.console === undefined ? undefined : consoleRoleIn(this.region),
    });

    const entitlements = new Entitlements(this, 'Entitlements', { data, setup });
    const portal = new Portal(this, 'Portal', portalApi, {
      data,
      documents,
      senders,
      unsubscribing,
      updatePasswordKey,
      setup,
    });

    addOutputs(this, [
      [
        outputs.operatorAddress,
        this.operator.address,
        'The function that makes every change; IAM signs requests',
      ],
      [outputs.version, version, 'The version of Perennial that is deployed'],
      [outputs.stateMachine, stateMachine.stateMachineArn, 'Runs the day of a plan'],
      [
        outputs.updateStateMachine,
        this.updateStateMachine.stateMachineArn,
        'Publishes and announces an update',
      ],
      [
        outputs.entitlementsFunction,
        entitlements.lambda.function.functionName,
        'Says what a licence entitles to: for update servers and help desks',
      ],
      [
        outputs.entitlementsPolicy,
        entitlements.callers.managedPolicyArn,
        'Attach this policy to the roles that call EntitlementsFunction',
      ],
      [outputs.portalAddress, portalApi.address, "The customer's page"],
      [outputs.portalKey, portalApi.key.keyArn, "Signs links to the customer's page, and its sessions"],
      [
        outputs.portalPolicy,
        portal.callers.managedPolicyArn,
        "Attach this policy to the roles of your own systems that call the API of the customer's page",
      ],
      [outputs.stopLinkAddress, unsubscribing.address, 'The unsubscribe page'],
      [outputs.stopLinkKey, unsubscribing.key.keyArn, 'Signs the unsubscribe links in mails'],
      [
        outputs.configurationSet,
        senders.configurationSet.configurationSetName,
        'The configuration set of SES that mails are sent with',
      ],
      [
        outputs.undelivered,
        undelivered.queueUrl,
        'What could not be delivered waits here: see Dead letters in docs/runbook.md',
      ],
      [
        outputs.rejectedPayments,
        payments.rejected.queueUrl,
        'Reports of payments that cannot be read wait here: see docs/events.md',
      ],
      [outputs.journalPipe, journal.pipeName, 'The pipe that puts the events of the journal on the bus'],
      [outputs.sendRate, String(configuration.sendRate), 'Mails a second, as configured'],
      [outputs.dueShards, String(dueShards), 'Partitions of each plan in the indexes, as configured'],
    ]);
    if (mailsOnlyTo !== undefined) {
      addOutputs(this, [
        [outputs.mailsOnlyTo, mailsOnlyTo.join(' '), 'The only recipients of mails in this stage'],
      ]);
    }
  }
}
