import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { type IPublicHostedZone, PublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import { senderDomains } from '../../domain/plan/sender.ts';
import { nextStep } from '../../contracts/deployment/stacks.ts';
import type { SenderSettings } from '../configuration/configuration.ts';
import { sendingRights, type SendingRights } from './sending-rights.ts';

export interface SendersProps {
  readonly plans: readonly Plan[];
  /** By domain. */
  readonly settings: Readonly<Record<string, SenderSettings>>;
  /** Addresses and domains, where not everybody may be mailed. */
  readonly mailsOnlyTo?: readonly string[] | undefined;
}

/** The least that mailbox providers ask of bulk senders; a vendor makes it stricter when all its mail passes. */
const dmarc = 'v=DMARC1; p=none';

const defaults: SenderSettings = { mailFrom: 'bounce', identity: 'create', dmarc: 'create' };

/**
 * The domains that the vendors' mails come from: signed with DKIM, with a MAIL FROM domain of their own, so that both
 * DKIM and SPF are aligned for DMARC. The records are written to Route 53 where it has the zone, and are outputs
 * otherwise. An identity that SES has already is used as it is. Mails go by TLS only, and none goes to an address that was
 * reported to bounce or to complain.
 */
export class Senders extends Construct {
  readonly configurationSet: ConfigurationSet;
  /** What a function that sends is allowed. */
  readonly rights: SendingRights;
  /** Addresses and domains, where not everybody may be mailed. */
  readonly mailsOnlyTo: readonly string[] | undefined;

  constructor(scope: Construct, id: string, { plans, settings, mailsOnlyTo }: SendersProps) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const addresses = [...new Set(plans.map(({ vendor }) => vendor.email))];
    const domains = senderDomains(plans);
    const stray = Object.keys(settings).find((domain) => !domains.includes(domain));
    if (stray !== undefined) {
      throw new Error(
        `senders of perennial.config.ts names ${stray}, which is not the sender's domain of any plan`,
      );
    }
    for (const domain of domains) this.addSender(domain, settings[domain] ?? defaults);
    this.mailsOnlyTo = mailsOnlyTo;
    this.rights = sendingRights(this, {
      configurationSet: this.configurationSet,
      addresses,
      domains,
      mailsOnlyTo,
    });
  }

  private addSender(domain: string, { hostedZone, mailFrom, identity, dmarc: policy }: SenderSettings): void {
    const zone = hostedZone === undefined ? undefined : this.zoneOf(domain, hostedZone);
    const mailFromDomain = `${mailFrom}.${domain}`;
    const created =
      identity === 'existing'
        ? undefined
        : new EmailIdentity(this, domain, {
            identity: zone === undefined ? Identity.domain(domain) : Identity.publicHostedZone(zone),
            configurationSet: this.configurationSet,
            mailFromDomain,
          });
    if (zone === undefined) {
      this.recordsOutput(domain, [
        ...(created === undefined ? [] : recordsOf(created, mailFromDomain, Stack.of(this).region)),
        ...(policy === 'existing' ? [] : [`_dmarc.${domain} TXT "${dmarc}"`]),
      ]);
    } else if (policy === 'create') {
      new TxtRecord(this, `Dmarc of ${domain}`, { zone, recordName: '_dmarc', values: [dmarc] });
    }
  }

  private zoneOf(zoneName: string, hostedZoneId: string): IPublicHostedZone {
    return PublicHostedZone.fromPublicHostedZoneAttributes(this, `Zone of ${zoneName}`, {
      hostedZoneId,
      zoneName,
    });
  }

  private recordsOutput(domain: string, records: readonly string[]): void {
    if (records.length === 0) return;
    new CfnOutput(this, `Records of ${domain}`, {
      key: `${nextStep}PublishRecordsOf${domain.replaceAll(/[^a-z0-9]+/g, '')}`,
      description:
        `Publish these records at the name server of ${domain} within 72 hours: then SES stops looking for the DKIM ` +
        'records. Until SES has found them the vendor cannot send mail. Keep a _dmarc record that the domain has.',
      value: Fn.join('\n', [...records]),
    });
  }
}

/** The records that the library writes itself where Route 53 has the zone. */
function recordsOf(
  { dkimRecords }: EmailIdentity,
  mailFromDomain: string,
  region: string,
): readonly string[] {
  return [
    ...dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`),
    `${mailFromDomain} MX 10 feedback-smtp.${region}.amazonses.com`,
    `${mailFromDomain} TXT "v=spf1 include:amazonses.com ~all"`,
  ];
}
