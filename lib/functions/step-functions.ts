import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { environment } from '../../contracts/environment.ts';
import type { Handler } from '../../contracts/handlers.ts';
import { type Step, steps } from '../../contracts/steps.ts';
import { indexes } from '../../contracts/tables.ts';
import { bundleOf } from './bundle-of.ts';
import { acknowledgeWildcards, exportOf } from '../security/acknowledge.ts';
import { type StepSettings, stepSettings } from './step-settings.ts';
import type { DocumentArchive } from '../storage/document-archive.ts';
import type { LicenceTables } from '../storage/licence-tables.ts';
import type { Senders } from '../mailing/senders.ts';
import { AppFunction } from './app-function.ts';
import type { Unsubscribing } from '../mailing/unsubscribing.ts';
import { resultsPrefix, type Worklists } from '../storage/worklists.ts';

export interface StepLambdasProps {
  readonly store: LicenceTables;
  readonly worklists: Worklists;
  readonly documents: DocumentArchive;
  readonly senders: Senders;
  /** Addresses and domains, where not everybody may be mailed. */
  readonly mailsOnlyTo?: readonly string[] | undefined;
  readonly updatePasswordKey: IKey;
  readonly unsubscribing: Unsubscribing;
  readonly dueShards: number;
  readonly logRetention: RetentionDays;
  /** The folder of each handler's bundle. */
  readonly handlers: ReadonlyMap<Handler, string>;
}

/** One function for each step of the workflows. */
export class StepFunctions extends Construct {
  private readonly lambdas: ReadonlyMap<Step, AppFunction>;

  constructor(scope: Construct, id: string, props: StepLambdasProps) {
    super(scope, id);
    this.lambdas = new Map(steps.map((step) => [step, this.lambda(step, stepSettings[step], props)]));
  }

  of(step: Step): AppFunction {
    const lambda = this.lambdas.get(step);
    if (lambda === undefined) throw new Error(`no function was made for step ${step}`);
    return lambda;
  }

  private lambda(step: Step, { access, ...settings }: StepSettings, props: StepLambdasProps): AppFunction {
    const { store, worklists, documents, senders, updatePasswordKey, unsubscribing, mailsOnlyTo } = props;
    const folder = bundleOf(props.handlers, step);
    const lambda = new AppFunction(this, step, {
      ...settings,
      folder,
      logRetention: props.logRetention,
      environment: {
        [environment.licencesTable]: store.licences.tableName,
        [environment.customersTable]: store.customers.tableName,
        [environment.runsTable]: store.runs.tableName,
        [environment.updatesTable]: store.updates.tableName,
        [environment.countersTable]: store.counters.tableName,
        [environment.documentsBucket]: documents.bucket.bucketName,
        [environment.worklistBucket]: worklists.bucket.bucketName,
        [environment.dueShards]: String(props.dueShards),
        [environment.configurationSet]: senders.configurationSet.configurationSetName,
        [environment.updatePasswordKey]: updatePasswordKey.keyArn,
        [environment.stopLinkKey]: unsubscribing.key.keyArn,
        [environment.stopLinkAddress]: unsubscribing.address,
        ...(mailsOnlyTo !== undefined && { [environment.mailsOnlyTo]: mailsOnlyTo.join(' ') }),
      },
    });
    if (access.licences) lambda.allow('dynamodb', access.licences, store.licences.tableArn);
    if (access.dueIndex) {
      lambda.allow('dynamodb', access.dueIndex, `${store.licences.tableArn}/index/${indexes.due}`);
    }
    if (access.planIndex) {
      lambda.allow('dynamodb', access.planIndex, `${store.licences.tableArn}/index/${indexes.plan}`);
    }
    if (access.customers) lambda.allow('dynamodb', access.customers, store.customers.tableArn);
    if (access.runs) lambda.allow('dynamodb', access.runs, store.runs.tableArn);
    if (access.updates) lambda.allow('dynamodb', access.updates, store.updates.tableArn);
    if (access.worklists) {
      lambda.allow('s3', access.worklists, worklists.bucket.arnForObjects('worklists/*'));
      acknowledgeWildcards(lambda.role, 'Every run has a worklist of its own name.', [
        `${exportOf(worklists, worklists.bucket.bucketArn)}/worklists/*`,
      ]);
    }
    if (access.results) {
      lambda.allow('s3', access.results, worklists.bucket.arnForObjects(`${resultsPrefix}/*`));
      acknowledgeWildcards(lambda.role, 'Every map leaves its results under names of its own.', [
        `${exportOf(worklists, worklists.bucket.bucketArn)}/${resultsPrefix}/*`,
      ]);
    }
    if (access.counters) lambda.allow('dynamodb', access.counters, store.counters.tableArn);
    if (access.documents) {
      lambda.allow('s3', access.documents, documents.bucket.arnForObjects('*'));
      acknowledgeWildcards(
        lambda.role,
        'Every document has a name of its own, in a bucket for nothing else.',
        [`${exportOf(documents, documents.bucket.bucketArn)}/*`],
      );
    }
    if (access.mail) lambda.allowUnder(senders.conditions, 'ses', access.mail, ...senders.arns);
    if (access.stopLinks) lambda.allow('kms', access.stopLinks, unsubscribing.key.keyArn);
    if (access.updatePasswords) lambda.allow('kms', access.updatePasswords, updatePasswordKey.keyArn);
    return lambda;
  }
}
