import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { plans } from '../../../plans/index.ts';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

const { renewals: template } = synthesised();
const domains = new Set(plans.map(({ vendor }) => vendor.email.split('@')[1] ?? ''));

describe('the senders', () => {
  it('are the domains of the vendors, signed with DKIM, with a MAIL FROM of their own', () => {
    template.resourceCountIs('AWS::SES::EmailIdentity', domains.size);
    for (const domain of domains) {
      template.hasResourceProperties('AWS::SES::EmailIdentity', {
        EmailIdentity: domain,
        DkimAttributes: Match.absent(),
        MailFromAttributes: { MailFromDomain: `bounce.${domain}` },
        ConfigurationSetAttributes: {
          ConfigurationSetName: { Ref: Match.stringLikeRegexp('^SendersConfigurationSet') },
        },
      });
    }
  });

  it('send by TLS only, are measured, and write to no address that bounced or complained', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  it('have outputs with all the records to publish, if Route 53 does not hold the zone', () => {
    const { Value, Description } = template.findOutputs('NextStepPublishRecordsOfvideosmaexample')[
      'NextStepPublishRecordsOfvideosmaexample'
    ] as { Value: unknown; Description: string };
    expect(Description).toMatch(
      /^Publish these records at the name server of video-sma\.example within 72 hours/,
    );
    expect(inWords(Value).split('\n')).toEqual([
      expect.stringMatching(/TokenName1> CNAME .*TokenValue1>$/),
      expect.stringMatching(/TokenName2> CNAME .*TokenValue2>$/),
      expect.stringMatching(/TokenName3> CNAME .*TokenValue3>$/),
      'bounce.video-sma.example MX 10 feedback-smtp.<AWS::Region>.amazonses.com',
      'bounce.video-sma.example TXT "v=spf1 include:amazonses.com ~all"',
      '_dmarc.video-sma.example TXT "v=DMARC1; p=none"',
    ]);
    template.resourceCountIs('AWS::Route53::RecordSet', 0);
  });

  it('have their records written where Route 53 holds the zone, and nothing to publish', () => {
    const hosted = synthesised({ senders: { 'video-sma.example': { hostedZone: 'Z0HOSTED' } } }).renewals;
    const records = Object.values(hosted.findResources('AWS::Route53::RecordSet')).map((record) => {
      const { Properties } = record as { Properties: { Name: unknown; Type: string; HostedZoneId: string } };
      expect(Properties.HostedZoneId).toBe('Z0HOSTED');
      return `${inWords(Properties.Name)} ${Properties.Type}`;
    });
    expect(records.toSorted()).toEqual([
      expect.stringMatching(/TokenName1> CNAME$/),
      expect.stringMatching(/TokenName2> CNAME$/),
      expect.stringMatching(/TokenName3> CNAME$/),
      '_dmarc.video-sma.example. TXT',
      'bounce.video-sma.example. MX',
      'bounce.video-sma.example. TXT',
    ]);
    expect(Object.keys(hosted.findOutputs('*'))).not.toContain('NextStepPublishRecordsOfvideosmaexample');
  });

  it('leave alone what a domain has already: its identity and its _dmarc record', () => {
    const settings = { hostedZone: 'Z0HOSTED', identity: 'existing', dmarc: 'existing' } as const;
    const adopted = synthesised({ senders: { 'video-sma.example': settings } }).renewals;
    adopted.resourceCountIs('AWS::SES::EmailIdentity', domains.size - 1);
    adopted.resourceCountIs('AWS::Route53::RecordSet', 0);
    expect(Object.keys(adopted.findOutputs('*'))).not.toContain('NextStepPublishRecordsOfvideosmaexample');
    adopted.hasResourceProperties('AWS::IAM::Policy', {
      PolicyName: Match.stringLikeRegexp('^Stepsdelivermail'),
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'ses:SendRawEmail',
            Resource: Match.arrayWith([
              { 'Fn::Join': ['', Match.arrayWith([':identity/video-sma.example'])] },
            ]),
          }),
        ]),
      },
    });
  });

  it('ask only for what is missing of an identity that SES has', () => {
    const { renewals: adopted } = synthesised({ senders: { 'video-sma.example': { identity: 'existing' } } });
    const { Value } = adopted.findOutputs('NextStepPublishRecordsOfvideosmaexample')[
      'NextStepPublishRecordsOfvideosmaexample'
    ] as { Value: unknown };
    expect(inWords(Value)).toBe('_dmarc.video-sma.example TXT "v=DMARC1; p=none"');
  });

  it('have the MAIL FROM label that perennial.config.ts gives them', () => {
    const { renewals: labelled } = synthesised({ senders: { 'video-sma.example': { mailFrom: 'returns' } } });
    labelled.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'video-sma.example',
      MailFromAttributes: { MailFromDomain: 'returns.video-sma.example' },
    });
  });

  it('are refused where a zone is given for a domain that none of them writes from', () => {
    const strayed = () => synthesised({ senders: { 'other.example': {} } });
    expect(strayed).toThrow('names other.example');
  });
});
