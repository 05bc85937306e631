import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { plans } from '../../../plans/index.ts';
import { inWords, synthesised, resourcesOf } from '../../support/lib/synthesis.ts';

const { licences, renewals, operations: template } = synthesised();

interface Alarm {
  readonly AlarmName: string;
}

const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
  (resource) => (resource as { Properties: Alarm }).Properties,
);
const count = (stack: typeof template, type: string) => Object.keys(stack.findResources(type)).length;

describe('the alarms', () => {
  it('watch every queue that has what could not be handled', () => {
    const watched = alarms.filter(({ AlarmName }) => AlarmName.startsWith('Perennial: Dead letters'));
    const queues = [renewals, template].flatMap((stack) =>
      Object.values(
        stack.findResources('AWS::SQS::Queue', { Properties: { RedrivePolicy: Match.absent() } }),
      ),
    );
    expect(watched).toHaveLength(queues.length);
  });

  it('watch all functions of the account, for each stage has an account of its own', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'Perennial: Step failing',
      Metrics: Match.arrayWith(
        ['Errors', 'Throttles'].map((MetricName) =>
          Match.objectLike({
            MetricStat: Match.objectLike({
              Metric: { Namespace: 'AWS/Lambda', MetricName, Dimensions: Match.absent() },
            }),
          }),
        ),
      ),
    });
  });

  it.each(plans.map(({ id }) => id))('count the runs of days that began of %s', (planId) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `Perennial: Run did not start: ${planId}`,
      Metrics: Match.arrayWith([
        Match.objectLike({
          MetricStat: Match.objectLike({
            Metric: {
              Namespace: 'Perennial',
              MetricName: 'BacklogDays',
              Dimensions: [{ Name: 'Plan', Value: planId }],
            },
            Stat: 'SampleCount',
          }),
        }),
      ]),
    });
  });

  it.each([
    ['Backlog', 'BacklogDays', Match.absent()],
    ['Services throttled', 'Throttled', Match.absent()],
    ['Mail unknown', 'Mails', [{ Name: 'State', Value: 'unknown' }]],
    ['Mail held', 'Mails', [{ Name: 'State', Value: 'held' }]],
  ])('%s: watch what the functions emit', (name, MetricName, Dimensions) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `Perennial: ${name}`,
      Metrics: [
        Match.objectLike({
          MetricStat: Match.objectLike({ Metric: { Namespace: 'Perennial', MetricName, Dimensions } }),
        }),
      ],
    });
  });
});

describe('the topic of the operators', () => {
  const alarmsOfThisAccount = {
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
  };

  it('is encrypted with a key that alarms may use', () => {
    template.hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^OperatorsKey'), 'Arn'] },
    });
    template.hasResourceProperties('AWS::KMS::Key', {
      EnableKeyRotation: true,
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({ ...alarmsOfThisAccount, Action: ['kms:Decrypt', 'kms:GenerateDataKey*'] }),
        ]),
      },
    });
  });

  it('takes what alarms publish, by TLS only', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ ...alarmsOfThisAccount, Action: 'sns:Publish' }),
        ]),
      },
    });
  });

  it('has the operators of perennial.config.ts as its subscribers', () => {
    const operators = ['jane@vendor.example', 'joe@vendor.example'];
    const subscribed = synthesised({ operators }).operations.findResources('AWS::SNS::Subscription');
    expect(Object.values(subscribed)).toMatchObject(
      operators.map((Endpoint) => ({ Properties: { Protocol: 'email', Endpoint } })),
    );
  });
});

describe('the dashboard', () => {
  const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const body = inWords((dashboard as { Properties: { DashboardBody: unknown } }).Properties.DashboardBody);
  const { widgets } = JSON.parse(body) as {
    widgets: { type: string; properties: { title?: string; alarms?: string[]; metrics?: unknown[] } }[];
  };
  const graph = (title: string) =>
    JSON.stringify(widgets.find(({ properties }) => properties.title === title)?.properties.metrics);

  it('shows every alarm', () => {
    const shown = widgets.flatMap(({ properties }) => properties.alarms ?? []);
    expect(shown).toHaveLength(alarms.length);
  });

  it.each(['Licences due', 'Licences done', 'Licences failed', 'Days overdue when the run began'])(
    'shows of every plan: %s',
    (title) => {
      for (const { id } of plans) expect(graph(title)).toContain(id);
    },
  );

  it('shows what was done by the functions that do it, and mails by their delivery', () => {
    for (const step of ['auto-renew', 'lapse', 'issue-invoice', 'quote', 'remind']) {
      expect(graph('Actions')).toContain(step);
    }
    for (const state of ['sent', 'held', 'unknown', 'bounced']) expect(graph('Mails')).toContain(state);
  });

  it.each([
    ['Errors', 'AWS::Lambda::Function', renewals],
    ['Messages in queues', 'AWS::SQS::Queue', renewals],
    ['Units written', 'AWS::DynamoDB::GlobalTable', licences],
  ])('shows the system: %s', (title, type, stack) => {
    expect(JSON.parse(graph(title))).toHaveLength(
      count(stack, type) + (type === 'AWS::DynamoDB::GlobalTable' ? 0 : count(template, type)),
    );
  });

  it('is found at an address', () => {
    template.hasOutput('DashboardAddress', {
      Value: Match.objectLike({
        'Fn::Join': [
          '',
          Match.arrayWith([
            Match.stringLikeRegexp('#dashboards/dashboard/Perennial-$'),
            { Ref: 'AWS::Region' },
          ]),
        ],
      }),
    });
  });
});

describe('the policy of those who only read', () => {
  const [policy] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
  const { PolicyDocument } = (
    policy as {
      Properties: {
        PolicyDocument: { Statement: { Effect: string; Action: string[]; Resource: unknown }[] };
      };
    }
  ).Properties;

  it('allows nothing but reading', () => {
    const actions = PolicyDocument.Statement.flatMap(({ Action }) => Action);
    const reading = /^[a-z0-9]+:(Get|BatchGet|Describe|List|Query|Filter|StartQuery)/;
    expect(actions.filter((action) => !reading.test(action))).toEqual([]);
    expect(actions).not.toContain('sqs:ReceiveMessage');
  });

  it('is of the stacks alone, but for what lists and measures', () => {
    const [named, all] = PolicyDocument.Statement;
    for (const resource of [named?.Resource].flat())
      expect(inWords(resource).toLowerCase()).toContain('perennial');
    expect(all?.Resource).toBe('*');
    for (const action of all?.Action ?? []) expect(action).not.toMatch(/^(dynamodb|s3):Get|:Query/);
  });

  it('fits: a managed policy has 6,144 characters at the most', () => {
    expect(JSON.stringify(PolicyDocument).length).toBeLessThan(6_144);
  });
});

it('holds nothing of the other stacks fast', () => {
  for (const stack of [licences, renewals]) {
    const exports = Object.values(stack.findOutputs('*')).flatMap((output) => {
      const { Export } = output as { Export?: { Name: string } };
      return Export?.Name ?? [];
    });
    for (const name of exports) expect(JSON.stringify(template.toJSON())).not.toContain(name);
  }
  expect(JSON.stringify(template.toJSON())).not.toContain('Fn::ImportValue');
});

it('consists of the resources that were reviewed', () => {
  expect(resourcesOf(template)).toMatchSnapshot();
});
