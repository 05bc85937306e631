import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

const { licences, renewals: template } = synthesised();

interface Pipe {
  readonly Properties: {
    readonly SourceParameters: {
      readonly FilterCriteria: { readonly Filters: readonly { readonly Pattern: string }[] };
    };
    readonly Source: unknown;
    readonly Target: unknown;
    readonly TargetParameters: object;
  };
}
const [pipe] = Object.values(template.findResources('AWS::Pipes::Pipe')) as Pipe[];

interface Policy {
  readonly Properties: {
    readonly PolicyDocument: {
      readonly Statement: readonly { readonly Action: string | string[]; readonly Resource: unknown }[];
    };
  };
}

describe('the pipe that publishes the journal', () => {
  it('takes new events, and nothing else, from the stream of table Licences', () => {
    licences.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    });
    expect(inWords(pipe?.Properties.Source)).toBe('<StoreLicencesStreamArn>');
    const filters = pipe?.Properties.SourceParameters.FilterCriteria.Filters.map(
      ({ Pattern }) => JSON.parse(Pattern) as unknown,
    );
    expect(filters).toEqual([
      {
        eventName: ['INSERT'],
        dynamodb: {
          NewImage: { record: { S: [{ prefix: 'EVENT#' }] }, restored: { BOOL: [{ exists: false }] } },
        },
      },
    ]);
  });

  it('puts them on the bus as plain JSON, with the journal as their source and their type as detail-type', () => {
    expect(inWords(pipe?.Properties.Target)).toMatch(/^<Bus.*Arn>$/);
    expect(pipe?.Properties.TargetParameters).toEqual({
      InputTemplate:
        '{"licenceId": <$.dynamodb.NewImage.licenceId.S>, "version": <$.dynamodb.NewImage.version.N>, "date": <$.dynamodb.NewImage.date.S>, "type": <$.dynamodb.NewImage.type.S>, "event": <$.dynamodb.NewImage.event.S>}',
      EventBridgeEventBusParameters: { Source: 'perennial', DetailType: '$.dynamodb.NewImage.type.S' },
    });
  });

  it('tries for twelve hours, with what fails apart from the rest, and then lays it in a queue', () => {
    template.hasResourceProperties('AWS::Pipes::Pipe', {
      SourceParameters: {
        DynamoDBStreamParameters: {
          StartingPosition: 'TRIM_HORIZON',
          MaximumRecordAgeInSeconds: 43_200,
          OnPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          DeadLetterConfig: {
            Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Undelivered'), 'Arn'] },
          },
        },
      },
      LogConfiguration: Match.objectLike({ Level: 'ERROR', IncludeExecutionData: Match.absent() }),
    });
  });

  it('has a role that pipes of this account take on, and nobody else', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { Service: 'pipes.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
  });

  it('may read that stream, put events on that bus, and write to its queue and log', () => {
    const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
    const mine = policies.filter(([id]) => id.startsWith('JournalPipeRole'));
    const statements = mine.flatMap(([, policy]) => (policy as Policy).Properties.PolicyDocument.Statement);
    const allowed = statements.flatMap(({ Action, Resource }) =>
      [Action].flat().map((action) => `${action} ${inWords(Resource)}`),
    );
    expect(allowed.toSorted()).toEqual([
      'dynamodb:DescribeStream <StoreLicencesStreamArn>',
      'dynamodb:GetRecords <StoreLicencesStreamArn>',
      'dynamodb:GetShardIterator <StoreLicencesStreamArn>',
      'dynamodb:ListStreams <StoreLicencesStreamArn>',
      expect.stringMatching(/^events:PutEvents <Bus.*Arn>$/) as unknown,
      'logs:CreateLogStream <JournalPipeLogArn>',
      'logs:PutLogEvents <JournalPipeLogArn>',
      'sqs:SendMessage <UndeliveredArn>',
    ]);
  });
});
