import { describe, expect, it } from 'vitest';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}
interface Policy {
  readonly Properties: { readonly PolicyDocument: { readonly Statement: readonly Statement[] } };
}

const { operations, renewals } = synthesised();
const statementsOf = (name: string) => {
  const policies = Object.entries(operations.findResources('AWS::IAM::ManagedPolicy'));
  const [, policy] = policies.find(([id]) => id.startsWith(name)) ?? [];
  return (policy as Policy).Properties.PolicyDocument.Statement;
};
const actionsIn = (statements: readonly Statement[]) => statements.flatMap(({ Action }) => Action);

describe('the policy of operators', () => {
  const operators = statementsOf('OperatorsPolicy');
  const calling = operators.slice(statementsOf('ReadOnlyPolicy').length);

  it('reads what the read-only policy reads', () => {
    expect(operators.slice(0, -calling.length)).toEqual(statementsOf('ReadOnlyPolicy'));
  });

  it('calls the operator function by its URL, and only so', () => {
    expect(calling.map(({ Action, Resource, Condition }) => [Action, inWords(Resource), Condition])).toEqual([
      ['lambda:InvokeFunctionUrl', '<OperatorLambdaFunctionArn>', undefined],
      [
        'lambda:InvokeFunction',
        '<OperatorLambdaFunctionArn>',
        { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
      ],
    ]);
  });

  it.each(['OperatorsPolicy', 'ReadOnlyPolicy'])(
    '%s writes no table, starts no run and sends no mail',
    (name) => {
      const actions = actionsIn(statementsOf(name));
      expect(actions).toContain('dynamodb:GetItem');
      for (const forbidden of [
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:TransactWriteItems',
        'ses:SendEmail',
        'ses:SendRawEmail',
      ]) {
        expect(actions).not.toContain(forbidden);
      }
      const changing =
        /^(dynamodb:(Put|Update|Delete|BatchWrite|TransactWrite|PartiQL)|ses:Send|states:(Start|Stop|Send)|s3:(Put|Delete)|kms:|sns:(?!List)|sqs:(Send|Delete)|events:Put|\*)/;
      expect(actions.filter((action) => changing.test(action) || action.includes('*'))).toEqual([]);
    },
  );

  it('fits into a managed policy of 6,144 characters', () => {
    expect(JSON.stringify(operators.map(withNames)).length).toBeLessThan(6_144);
  });
});

/** As AWS counts it, with names in the place of references. */
function withNames({ Action, Resource, Condition }: Statement) {
  return { Effect: 'Allow', Action, Resource: [Resource].flat().map(inWords), Condition };
}

it('the URL of the operator function takes signed requests only', () => {
  const urls = Object.entries(renewals.findResources('AWS::Lambda::Url'));
  const [, url] = urls.find(([id]) => id.startsWith('Operator')) ?? [];
  expect(url).toMatchObject({ Properties: { AuthType: 'AWS_IAM' } });
  expect(JSON.stringify(renewals.findResources('AWS::Lambda::Permission'))).not.toContain('OperatorLambda');
});
