import { Stack } from 'aws-cdk-lib';
import { ConfigurationSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Plan } from '../../domain/plan.ts';

export interface SendersProps {
  readonly plans: readonly Plan[];
}

/** The domains that the vendors' mails come from, each proven by DKIM records at the domain's name server. */
export class Senders extends Construct {
  readonly configurationSet: ConfigurationSet;
  /** What `SendRawEmail` acts on: the identities, and the configuration set that it names. */
  readonly arns: readonly string[];

  constructor(scope: Construct, id: string, props: SendersProps) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet');
    const domains = new Set(
      props.plans.map(({ vendor }) => vendor.email.slice(vendor.email.indexOf('@') + 1)),
    );
    const identities = [...domains].map(
      (domain) =>
        new EmailIdentity(this, domain, {
          identity: Identity.domain(domain),
          configurationSet: this.configurationSet,
        }),
    );
    const configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    this.arns = [...identities.map(({ emailIdentityArn }) => emailIdentityArn), configurationSetArn];
  }
}
