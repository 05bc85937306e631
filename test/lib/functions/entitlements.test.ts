import { Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { synthesised } from '../../support/lib/synthesis.ts';

const { renewals: template } = synthesised();

it('the function of entitlements may read one licence at a time and look up printed numbers, and no more of any table', () => {
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyName: Match.stringLikeRegexp('^EntitlementsLambdaRole'),
    PolicyDocument: {
      Statement: Match.arrayWith([
        { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: Match.anyValue() },
      ]),
    },
  });
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const [, mine] = policies.find(([id]) => id.startsWith('EntitlementsLambdaRole')) ?? [];
  expect(JSON.stringify(mine).match(/dynamodb:\w+/g)).toEqual(['dynamodb:GetItem', 'dynamodb:Query']);
});

it('a policy lets its callers invoke it, and nothing else; it has no public address', () => {
  template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'lambda:InvokeFunction',
          Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^EntitlementsLambdaFunction'), 'Arn'] },
        },
      ],
    },
  });
  for (const [type, property] of [
    ['AWS::Lambda::Url', 'TargetFunctionArn'],
    ['AWS::Lambda::Permission', 'FunctionName'],
  ] as const) {
    const target = { 'Fn::GetAtt': [Match.stringLikeRegexp('^EntitlementsLambdaFunction'), 'Arn'] };
    expect(template.findResources(type, { Properties: { [property]: target } })).toEqual({});
  }
});
