import { GenerateMacCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { startCloud, type Cloud } from '../../../local/cloud.ts';
import { expect, test } from 'vitest';
import {
  clientOf,
  startTestCloud,
  tempFolder,
  writeAssembly,
  type StackSource,
} from '../../support/local/assembly.ts';

const source: StackSource = {
  resources: {
    Passwords: {
      Type: 'AWS::KMS::Key',
      Properties: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
    },
    Alias: {
      Type: 'AWS::KMS::Alias',
      Properties: { AliasName: 'alias/passwords', TargetKeyId: { 'Fn::GetAtt': ['Passwords', 'Arn'] } },
    },
    Other: { Type: 'AWS::KMS::Key', Properties: {} },
  },
  outputs: {
    Passwords: { Value: { 'Fn::GetAtt': ['Passwords', 'Arn'] } },
    Other: { Value: { Ref: 'Other' } },
  },
};

async function macOf(cloud: Cloud, KeyId = cloud.outputs['Passwords'], text = 'L-1'): Promise<string> {
  const { Mac = [] } = await new KMSClient(clientOf(cloud)).send(
    new GenerateMacCommand({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(text) }),
  );
  return Buffer.from(Mac).toString('hex');
}

test('a key makes the same code of the same message, also after a restart and by its alias', async () => {
  const data = tempFolder();
  const first = await startCloud({ assembly: writeAssembly(source), data });
  const mac = await macOf(first);
  expect(mac).toMatch(/^[0-9a-f]{64}$/);
  expect(await macOf(first, 'alias/passwords')).toBe(mac);
  expect(await macOf(first, undefined, 'L-2')).not.toBe(mac);
  await first.stop();

  expect(await macOf(await startTestCloud(writeAssembly(source), data))).toBe(mac);
});

test('every cloud has a key of its own', async () => {
  const [one, other] = [
    await startTestCloud(writeAssembly(source)),
    await startTestCloud(writeAssembly(source)),
  ];
  expect(await macOf(one)).not.toBe(await macOf(other));
});

test('a key that is not there, one for another use, and another operation are refused', async () => {
  const cloud = await startTestCloud(writeAssembly(source));
  await expect(macOf(cloud, 'nobody')).rejects.toMatchObject({ name: 'NotFoundException' });
  await expect(macOf(cloud, cloud.outputs['Other'])).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
  });
  await expect(new KMSClient(clientOf(cloud)).send(new ListKeysCommand({}))).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
});
