import { CfnOutput, Fn } from 'aws-cdk-lib';
import { ApiMapping, DomainName, type HttpApi, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ARecord, PublicHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { nextStep } from '../../contracts/deployment/stacks.ts';
import type { SiteSettings } from '../configuration/configuration.ts';

export interface SiteProps {
  readonly settings: SiteSettings;
  readonly api: HttpApi;
  readonly stage: HttpStage;
  /** The end of the key of the output that has its record. */
  readonly named: 'Portal' | 'Console';
}

/**
 * The vendor's own name for pages. Its record is written where Route 53 has the zone, and is an output
 * otherwise.
 */
export class Site extends Construct {
  /** `https://DOMAIN`, without a slash at its end. */
  readonly address: string;

  constructor(scope: Construct, id: string, { settings, api, stage, named }: SiteProps) {
    super(scope, id);
    const { domain, certificate, hostedZone } = settings;
    const domainName = new DomainName(this, 'Name', {
      domainName: domain,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
    });
    new ApiMapping(this, 'Mapping', { api, domainName, stage });
    // The scheme is that of the API: on the embedded cloud both its scheme and its host stand for those of the domain.
    this.address = Fn.join('//', [Fn.select(0, Fn.split('//', api.apiEndpoint)), domainName.name]);
    if (hostedZone === undefined) {
      new CfnOutput(this, 'Record', {
        key: `${nextStep}PublishRecordOf${named}`,
        description: `Publish this record at the name server, so that ${domain} is found`,
        value: Fn.join('', [domain, ' CNAME ', domainName.regionalDomainName]),
      });
      return;
    }
    const zone = PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: hostedZone,
      zoneName: domain.slice(domain.indexOf('.') + 1),
    });
    const { regionalDomainName, regionalHostedZoneId } = domainName;
    new ARecord(this, 'Alias', {
      zone,
      recordName: `${domain}.`,
      target: RecordTarget.fromAlias(
        new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId),
      ),
    });
  }
}
