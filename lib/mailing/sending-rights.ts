import { Stack } from 'aws-cdk-lib';
import type { IConfigurationSet } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { simulator } from '../../contracts/delivery/mail.ts';

/** On what `SendRawEmail` may act, and under which conditions. */
export interface SendingRights {
  readonly resources: readonly string[];
  readonly conditions: Readonly<Record<string, Record<string, unknown>>>;
  /** Why the resources have wildcards, and how cdk-nag writes them. */
  readonly wildcards?: { readonly reason: string; readonly resources: readonly string[] };
}

interface Sending {
  readonly configurationSet: IConfigurationSet;
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
  readonly mailsOnlyTo: readonly string[] | undefined;
}

/**
 * The rights of a function that sends: by the identities of the senders, and by the configuration set. Where only some may
 * be mailed, the account may be in the sandbox of SES, which looks for a right to the identity of each recipient too.
 * There every identity is allowed, and conditions restrict senders and recipients.
 */
export function sendingRights(
  scope: Construct,
  { configurationSet, addresses, domains, mailsOnlyTo }: Sending,
): SendingRights {
  const stack = Stack.of(scope);
  const arnOf = (resource: string, resourceName: string) =>
    stack.formatArn({ service: 'ses', resource, resourceName });
  const ofSet = arnOf('configuration-set', configurationSet.configurationSetName);
  if (mailsOnlyTo === undefined) {
    return { resources: [...domains.map((domain) => arnOf('identity', domain)), ofSet], conditions: {} };
  }
  return {
    resources: [arnOf('identity', '*'), ofSet],
    conditions: {
      // SES looks at every recipient of a mail, copies too. Its simulator is no recipient that is somebody.
      'ForAllValues:StringLike': { 'ses:Recipients': [...mailsOnlyTo, simulator.domain].map(patternOf) },
      StringEquals: { 'ses:FromAddress': addresses },
    },
    wildcards: {
      reason: 'In its sandbox SES asks for a right to the identity of each recipient; conditions name those.',
      resources: ['arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*'],
    },
  };
}

function patternOf(recipient: string): string {
  return recipient.includes('@') ? recipient : `*@${recipient}`;
}
