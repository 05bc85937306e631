import { readStatements, type Statement } from './statement.ts';

const basicExecution = {
  Effect: 'Allow',
  Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: '*',
};

/** The managed policies of AWS itself that roles here may have, by their ARNs. */
export const awsManaged: ReadonlyMap<string, readonly Statement[]> = new Map([
  [
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    readStatements({ Statement: basicExecution }),
  ],
]);
