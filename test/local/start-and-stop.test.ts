import { execFile } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { expect, onTestFinished, test } from 'vitest';
import { startCloud } from '../../local/cloud.ts';
import {
  clientOf,
  functionOf,
  invoke,
  machineArn,
  startTestCloud,
  stateMachineOf,
  tempFolder,
  writeAssembly,
} from '../support/local/assembly.ts';
import { run } from '../support/local/executions.ts';

const application = () =>
  writeAssembly({
    handlers: { echo: 'export const handler = async (event) => event;' },
    resources: {
      Echo: functionOf('echo'),
      Machine: stateMachineOf({ StartAt: 'Echo', States: { Echo: invoke('echo', { End: true }) } }),
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'documents' } },
      Licences: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: 'Licences',
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        },
      },
    },
    outputs: { Machine: { Value: { Ref: 'Machine' } } },
  });

test('tables, objects, mails and executions are there again after a restart', async () => {
  const assembly = application();
  const data = tempFolder();
  const first = await startCloud({ assembly, data });
  const Item = { id: { S: 'L-1' }, version: { N: '1' } };
  await new DynamoDBClient(clientOf(first)).send(new PutItemCommand({ TableName: 'Licences', Item }));
  await new S3Client(clientOf(first)).send(
    new PutObjectCommand({ Bucket: 'documents', Key: 'q/1.pdf', Body: 'quote' }),
  );
  const Data = Buffer.from('From: a@example.com\r\nTo: b@example.com\r\nSubject: s\r\n\r\nhi\r\n');
  await new SESClient(clientOf(first)).send(new SendRawEmailCommand({ RawMessage: { Data } }));
  const { executionArn } = await run(new SFNClient(clientOf(first)), { licence: 'L-1' });
  const mails = first.mails();
  await first.stop();

  const second = await startTestCloud(assembly, data);
  const { Item: found } = await new DynamoDBClient(clientOf(second)).send(
    new GetItemCommand({ TableName: 'Licences', Key: { id: { S: 'L-1' } } }),
  );
  expect(found).toEqual(Item);
  const { Body } = await new S3Client(clientOf(second)).send(
    new GetObjectCommand({ Bucket: 'documents', Key: 'q/1.pdf' }),
  );
  expect(await Body?.transformToString()).toBe('quote');
  expect(second.mails()).toEqual(mails);
  const states = new SFNClient(clientOf(second));
  expect(await states.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'SUCCEEDED',
    output: '{"licence":"L-1"}',
  });
  const { executions = [] } = await states.send(new ListExecutionsCommand({ stateMachineArn: machineArn() }));
  expect(executions.map((execution) => execution.executionArn)).toEqual([executionArn]);
  const { events = [] } = await states.send(new GetExecutionHistoryCommand({ executionArn }));
  expect(events.map(({ type }) => type)).toContain('TaskStateExited');
});

test('a table on disk with other keys is refused, not lost', async () => {
  const data = tempFolder();
  const tableWith = (id: string) =>
    writeAssembly({
      resources: {
        Runs: {
          Type: 'AWS::DynamoDB::Table',
          Properties: {
            TableName: 'Runs',
            KeySchema: [{ AttributeName: id, KeyType: 'HASH' }],
            AttributeDefinitions: [{ AttributeName: id, AttributeType: 'S' }],
          },
        },
      },
    });
  const first = await startCloud({ assembly: tableWith('planId'), data });
  await first.stop();
  await expect(startTestCloud(tableWith('date'), data)).rejects.toThrow(
    /Runs .*other keys.*another data folder/,
  );
  const again = await startTestCloud(tableWith('planId'), data);
  await again.stop();
});

test('stop can be called twice, and a call that is under way does not hold it up', async () => {
  const assembly = writeAssembly({
    handlers: { hang: 'export const handler = () => new Promise(() => {});' },
    resources: { Hang: functionOf('hang', { Timeout: 60 }) },
  });
  const cloud = await startTestCloud(assembly);
  const pending = new LambdaClient({ ...clientOf(cloud), maxAttempts: 1 }).send(
    new InvokeCommand({ FunctionName: 'hang' }),
  );
  pending.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await Promise.all([cloud.stop(), cloud.stop()]);
  await cloud.stop();
  await expect(fetch(cloud.endpoint)).rejects.toThrow();
});

test('a failed start gives back everything that it had taken', async () => {
  const data = tempFolder();
  const broken = writeAssembly({ resources: { Odd: { Type: 'AWS::Unknown::Thing' } } });
  await expect(startCloud({ assembly: broken, data })).rejects.toThrow(/AWS::Unknown::Thing/);
  const cloud = await startTestCloud(application(), data);
  await expect(startCloud({ assembly: application(), data })).rejects.toThrow(
    /another process is using them/,
  );
  expect((await fetch(cloud.endpoint)).status).toBe(501);
});

test('a port that is taken is refused', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  await expect(startCloud({ assembly: application(), data: tempFolder(), port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('a process that has stopped its cloud exits by itself', async () => {
  const assembly = application();
  const data = tempFolder();
  const script = `
    import { startCloud } from ${JSON.stringify(new URL('../../local/cloud.ts', import.meta.url).href)};
    const cloud = await startCloud(${JSON.stringify({ assembly, data })});
    const headers = { authorization: 'Credential=local/20260101/us-east-1/lambda/aws4_request' };
    const answer = await fetch(cloud.endpoint + '/2015-03-31/functions/echo/invocations', { method: 'POST', body: '{"a":1}', headers });
    console.log(await answer.text());
    await cloud.stop();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    timeout: 60_000,
  });
  expect(stdout).toBe('{"a":1}\n');
  rmSync(data, { recursive: true, force: true });
});

test('a request that is not signed, or for an unknown service, gets an error that says so', async () => {
  const cloud = await startTestCloud(application());
  const unsigned = await fetch(cloud.endpoint);
  expect([unsigned.status, await unsigned.json()]).toMatchObject([
    501,
    { message: expect.stringContaining('not signed') as string },
  ]);
  const other = await fetch(cloud.endpoint, {
    headers: { authorization: 'Credential=local/20260101/us-east-1/pipes/aws4_request' },
  });
  expect(await other.json()).toMatchObject({ message: expect.stringContaining('has no pipes') as string });
});

test('CloudFormation gives the outputs of a stack by its name', async () => {
  const cloud = await startTestCloud(application());
  const ask = async (form: Record<string, string>): Promise<[number, string]> => {
    const answer = await fetch(cloud.endpoint, {
      method: 'POST',
      headers: { authorization: 'Credential=local/20260101/us-east-1/cloudformation/aws4_request' },
      body: new URLSearchParams(form),
    });
    return [answer.status, await answer.text()];
  };
  const [status, text] = await ask({ Action: 'DescribeStacks', StackName: 'App' });
  expect(status).toBe(200);
  expect(text).toContain(`<OutputKey>Machine</OutputKey><OutputValue>${machineArn()}</OutputValue>`);
  expect(await ask({ Action: 'DescribeStacks', StackName: 'Nobody' })).toEqual([
    400,
    expect.stringContaining('Stack with id Nobody does not exist'),
  ]);
});

test('only its owner may look into the folder of the data', async () => {
  const data = join(tempFolder(), 'new');
  await startTestCloud(application(), data);
  expect(statSync(data).mode & 0o777).toBe(0o700);
});
