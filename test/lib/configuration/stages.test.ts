import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { checkedConfiguration, stageNamed } from '../../../lib/configuration/configuration.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

interface Policy {
  readonly Properties: {
    readonly PolicyDocument: {
      readonly Statement: readonly {
        readonly Action: unknown;
        readonly Resource: unknown;
        readonly Condition?: unknown;
      }[];
    };
  };
}

/** The resources of a type, of which there must be some. */
function someOf(template: Template, type: string): readonly unknown[] {
  const found = Object.values(template.findResources(type));
  expect(found, type).not.toEqual([]);
  return found;
}

const kept = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::KMS::Key'];

describe.each([
  ['prod', 'Retain', true, 365],
  ['dev', 'Delete', false, 30],
] as const)('stage %s', (stage, deletion, isProtected, days) => {
  const { licences, renewals } = synthesised({}, { stage });

  it(`has what is kept ${isProtected ? 'outlive' : 'go with'} its stack`, () => {
    for (const type of kept) {
      for (const resource of someOf(licences, type)) {
        expect(resource).toMatchObject({ DeletionPolicy: deletion, UpdateReplacePolicy: deletion });
      }
    }
    for (const table of someOf(licences, 'AWS::DynamoDB::GlobalTable')) {
      expect(table).toHaveProperty('Properties.Replicas.0.DeletionProtectionEnabled', isProtected);
    }
  });

  it(`keeps logs for ${days} days`, () => {
    for (const log of someOf(renewals, 'AWS::Logs::LogGroup')) {
      expect(log).toHaveProperty('Properties.RetentionInDays', days);
    }
  });
});

describe('stage dev', () => {
  const { dev, prod } = configuration.stages;
  const mailsOnlyTo = ['jane@customer.example', 'vendor.example'];
  const { renewals } = synthesised({ stages: { prod, dev: { ...dev, mailsOnlyTo } } }, { stage: 'dev' });
  const sending = (template: Template) => {
    const found = someOf(template, 'AWS::IAM::Policy')
      .flatMap((policy) => (policy as Policy).Properties.PolicyDocument.Statement)
      .filter(({ Action }) => JSON.stringify(Action).includes('ses:Send'));
    expect(found).not.toEqual([]);
    return found;
  };

  it('may send to nobody but those that perennial.config.ts lists', () => {
    for (const statement of sending(renewals)) {
      expect(statement.Condition).toEqual({
        'ForAllValues:StringLike': {
          'ses:Recipients': ['jane@customer.example', '*@vendor.example', '*@simulator.amazonses.com'],
        },
        StringEquals: { 'ses:FromAddress': plans.map(({ vendor }) => vendor.email) },
      });
    }
  });

  it('may send to those also in the sandbox of SES, which asks for the identity of each recipient', () => {
    for (const { Resource } of sending(renewals)) {
      expect([Resource].flat().map(inWords)).toContain(
        'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*',
      );
    }
    for (const { Resource } of sending(synthesised().renewals)) {
      expect([Resource].flat().map(inWords).join()).not.toContain('*');
    }
  });

  it('passes the permitted recipients to its functions and the command line', () => {
    const listed = mailsOnlyTo.join(' ');
    renewals.hasOutput('MailsOnlyTo', { Value: listed });
    renewals.hasResourceProperties('AWS::Lambda::Function', {
      Description: 'Sends the mails that wait in the outboxes of a batch, at the pace of the account',
      Environment: { Variables: Match.objectLike({ MAILS_ONLY_TO: listed }) },
    });
  });

  it('has its list, and prod has none', () => {
    const { mailsOnlyTo: listed, ...others } = dev;
    expect(listed).toBeDefined();
    for (const stages of [
      { prod, dev: others },
      { prod: { ...prod, mailsOnlyTo }, dev },
      { prod, dev: { ...dev, mailsOnlyTo: [] } },
      { prod, dev: { ...dev, mailsOnlyTo: ['*.example'] } },
    ]) {
      expect(() => checkedConfiguration({ ...configuration, stages }, 'prod')).toThrow(/mailsOnlyTo/);
    }
    expect(JSON.stringify(sending(synthesised().renewals))).not.toContain('ses:Recipients');
  });
});

it('is prod where none is named', () => {
  expect(stageNamed(undefined)).toBe('prod');
});

it('is refused by its name where there is none such', () => {
  expect(() => synthesised({}, { stage: 'test' })).toThrow('there is no stage "test": use -c stage=dev or');
});
