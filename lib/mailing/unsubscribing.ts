import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { AppFunction, type FunctionSetup } from '../functions/app-function.ts';
import { checksStopLinks, type Data, queriesIndex, usesCustomers, usesLicences } from '../functions/uses.ts';

export interface UnsubscribingProps {
  readonly data: Data;
  readonly setup: FunctionSetup;
  /** How many calls run at the same time at most, reserved of the account's concurrency; unset: not reserved. */
  readonly concurrency?: number | undefined;
}

/** The page on which the recipient of a mail stops reminders, offers and news. The link is signed: it needs no login. */
export class Unsubscribing extends Construct {
  readonly address: string;
  /** Signs the links; without it those that are out are not valid any more, and nothing else is lost. */
  readonly key: Key;

  constructor(scope: Construct, id: string, { data, setup, concurrency }: UnsubscribingProps) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Signs the unsubscribe links in mails',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    });
    const lambda = new AppFunction(this, 'Lambda', {
      setup,
      handler: 'unsubscribe',
      ...(concurrency !== undefined && { reservedConcurrency: concurrency }),
      description: 'Stops reminders, offers and news, and sends them again',
      uses: [
        usesLicences(data, 'GetItem', 'PutItem'),
        queriesIndex(data, 'customer'),
        usesCustomers(data, 'GetItem', 'UpdateItem'),
        checksStopLinks(this.key),
      ],
    });
    this.address = lambda.function.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
  }
}
