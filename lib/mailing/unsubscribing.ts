import { Duration } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { environment } from '../../contracts/environment.ts';
import type { Handler } from '../../contracts/handlers.ts';
import { indexes } from '../../contracts/tables.ts';
import { bundleOf } from '../functions/bundle-of.ts';
import type { LicenceTables } from '../storage/licence-tables.ts';
import { AppFunction } from '../functions/app-function.ts';

export interface UnsubscribingProps {
  readonly store: LicenceTables;
  readonly dueShards: number;
  readonly logRetention: RetentionDays;
  /** The folder of each handler's bundle. */
  readonly handlers: ReadonlyMap<Handler, string>;
}

/** The page on which whoever got a mail stops reminders, offers and news. Its links are signed, it asks for no more. */
export class Unsubscribing extends Construct {
  readonly address: string;
  /** Signs the links; without it those that are out are not valid any more, and nothing else is lost. */
  readonly key: Key;

  constructor(scope: Construct, id: string, props: UnsubscribingProps) {
    super(scope, id);
    const { store, dueShards, logRetention } = props;
    const folder = bundleOf(props.handlers, 'unsubscribe');
    this.key = new Key(this, 'Key', {
      description: 'Signs the links in mails by which their readers stop them',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    });
    const lambda = new AppFunction(this, 'Lambda', {
      description: 'Stops reminders, offers and news, and sends them again',
      folder,
      timeout: Duration.seconds(30),
      memoryMiB: 512,
      logRetention,
      environment: {
        [environment.licencesTable]: store.licences.tableName,
        [environment.dueShards]: String(dueShards),
        [environment.stopLinkKey]: this.key.keyArn,
      },
    });
    lambda.allow('dynamodb', ['GetItem', 'PutItem'], store.licences.tableArn);
    lambda.allow('dynamodb', ['Query'], `${store.licences.tableArn}/index/${indexes.customer}`);
    lambda.allow('kms', ['VerifyMac'], this.key.keyArn);
    this.address = lambda.function.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
  }
}
