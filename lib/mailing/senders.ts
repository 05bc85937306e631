import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { PublicHostedZone, TxtRecord } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import { nextStep } from '../../contracts/deployment/stacks.ts';

export interface SendersProps {
  readonly plans: readonly Plan[];
  /** The domains whose zone Route 53 holds, by the id of the zone. */
  readonly hostedZones: Readonly<Record<string, string>>;
  /** Addresses and domains, where not everybody may be mailed. */
  readonly mailsOnlyTo?: readonly string[] | undefined;
}

/** The least that mailbox providers ask of whoever sends to many; a vendor makes it stricter when all its mail passes. */
const dmarc = 'v=DMARC1; p=none';

/**
 * The domains that the vendors' mails come from: proven by DKIM, with a MAIL FROM of their own, so that both DKIM and
 * SPF are aligned for DMARC. The records are written to Route 53 where it holds the zone, and are outputs otherwise.
 * Mails go by TLS only, and no address gets another that was reported to bounce or to complain.
 */
export class Senders extends Construct {
  readonly configurationSet: ConfigurationSet;
  /** What `SendRawEmail` acts on: the identities, and the configuration set that it names. */
  readonly arns: readonly string[];
  /** Addresses and domains, where not everybody may be mailed. */
  readonly mailsOnlyTo: readonly string[] | undefined;
  /** Under which it may be allowed. */
  readonly conditions: Readonly<Record<string, Record<string, unknown>>>;

  constructor(scope: Construct, id: string, { plans, hostedZones, mailsOnlyTo }: SendersProps) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const domains = [...new Set(plans.map(domainOf))];
    const stray = Object.keys(hostedZones).find((domain) => !domains.includes(domain));
    if (stray !== undefined) {
      throw new Error(
        `hostedZones of perennial.config.ts names ${stray}, which is not the sender's domain of any plan`,
      );
    }
    const identities = domains.map((domain) => this.sender(domain, hostedZones[domain]));
    const configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    this.arns = [...identities.map(({ emailIdentityArn }) => emailIdentityArn), configurationSetArn];
    this.mailsOnlyTo = mailsOnlyTo;
    this.conditions = mailsOnlyTo === undefined ? {} : onlyTo(mailsOnlyTo);
  }

  private sender(domain: string, hostedZoneId: string | undefined): EmailIdentity {
    const { configurationSet } = this;
    const mailFromDomain = `mail.${domain}`;
    if (hostedZoneId === undefined) {
      const identity = new EmailIdentity(this, domain, {
        identity: Identity.domain(domain),
        configurationSet,
        mailFromDomain,
      });
      this.recordsOutput(domain, mailFromDomain, identity);
      return identity;
    }
    const zone = PublicHostedZone.fromPublicHostedZoneAttributes(this, `Zone of ${domain}`, {
      hostedZoneId,
      zoneName: domain,
    });
    new TxtRecord(this, `Dmarc of ${domain}`, { zone, recordName: '_dmarc', values: [dmarc] });
    return new EmailIdentity(this, domain, {
      identity: Identity.publicHostedZone(zone),
      configurationSet,
      mailFromDomain,
    });
  }

  /** Those that the library writes where Route 53 holds the zone, and the one of DMARC. */
  private recordsOutput(domain: string, mailFromDomain: string, { dkimRecords }: EmailIdentity): void {
    const feedback = `feedback-smtp.${Stack.of(this).region}.amazonses.com`;
    new CfnOutput(this, `Records of ${domain}`, {
      key: `${nextStep}PublishRecordsOf${domain.replaceAll(/[^a-z0-9]+/g, '')}`,
      description:
        `Publish these records at the name server of ${domain}. SES verifies the domain by them within ` +
        'minutes; until then its vendor can send no mail. You can keep an existing _dmarc record.',
      value: Fn.join('\n', [
        ...dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`),
        `${mailFromDomain} MX 10 ${feedback}`,
        `${mailFromDomain} TXT "v=spf1 include:amazonses.com ~all"`,
        `_dmarc.${domain} TXT "${dmarc}"`,
      ]),
    });
  }
}

/** SES looks at every reader of a mail, copies too. */
function onlyTo(readers: readonly string[]): Readonly<Record<string, Record<string, unknown>>> {
  const patterns = readers.map((reader) => (reader.includes('@') ? reader : `*@${reader}`));
  return { 'ForAllValues:StringLike': { 'ses:Recipients': patterns } };
}

function domainOf({ vendor }: Plan): string {
  return vendor.email.slice(vendor.email.lastIndexOf('@') + 1);
}
