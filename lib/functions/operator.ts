import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Senders } from '../mailing/senders.ts';
import type { Unsubscribing } from '../mailing/unsubscribing.ts';
import type { DocumentArchive } from '../storage/document-archive.ts';
import { AppFunction, type FunctionSetup } from './app-function.ts';
import { believesConsole } from './console-uses.ts';
import type { PortalApi } from './portal.ts';
import {
  type Data,
  deletesDocuments,
  listsCustomers,
  derivesPasswords,
  keepsDocuments,
  sendsMail,
  signsPortalLinks,
  signsStopLinks,
  startsRuns,
  startsUpdates,
  usesNumbers,
  usesCustomerHistory,
  usesCustomers,
  usesSearch,
  queriesIndex,
  usesLicences,
  usesPayments,
  usesRuns,
  usesUpdates,
} from './uses.ts';

export interface OperatorFunctionProps {
  readonly setup: FunctionSetup;
  readonly data: Data;
  readonly documents: DocumentArchive;
  readonly senders: Senders;
  readonly unsubscribing: Unsubscribing;
  readonly portalApi: PortalApi;
  readonly updatePasswordKey: IKey;
  readonly stateMachine: StateMachine;
  readonly updateStateMachine: StateMachine;
  /** The name of the role of the deployed console; unset: there is none. */
  readonly consoleRole: string | undefined;
}

/** The only door by which people change licences: its URL takes requests that are signed with an IAM identity. */
export class OperatorFunction extends Construct {
  readonly address: string;
  readonly functionArn: string;

  constructor(scope: Construct, id: string, props: OperatorFunctionProps) {
    super(scope, id);
    const { setup, data, documents, senders, unsubscribing, portalApi, updatePasswordKey } = props;
    const lambda = new AppFunction(this, 'Lambda', {
      setup,
      handler: 'operator',
      description: 'Does what operators ask for: commands, imports, payments, runs, updates, held mails',
      timeout: Duration.minutes(1),
      memoryMiB: 1024,
      uses: [
        usesLicences(data, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'Query'),
        usesCustomers(data, 'GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'),
        listsCustomers(data),
        usesUpdates(data, 'PutItem'),
        usesRuns(data, 'GetItem', 'PutItem'),
        queriesIndex(data, 'plan'),
        usesCustomerHistory(data, 'GetItem', 'Query', 'PutItem', 'DeleteItem'),
        queriesIndex(data, 'customer'),
        usesSearch(data, 'PutItem', 'DeleteItem'),
        usesNumbers(data, 'Query', 'PutItem'),
        usesPayments(data, 'GetItem', 'PutItem'),
        keepsDocuments(documents),
        deletesDocuments(documents),
        sendsMail(senders),
        derivesPasswords(updatePasswordKey),
        signsStopLinks(unsubscribing.key, unsubscribing.address),
        signsPortalLinks(portalApi.key, portalApi.address),
        startsRuns(props.stateMachine),
        startsUpdates(props.updateStateMachine),
        ...(props.consoleRole === undefined ? [] : [believesConsole(props.consoleRole)]),
      ],
    });
    this.functionArn = lambda.function.functionArn;
    this.address = lambda.function.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM }).url;
  }
}
