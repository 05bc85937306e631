import { expect, test } from 'vitest';
import { versionNotice } from '../../../client/deployment/version-notice.ts';

test('there is no notice for a client of the deployed version', () => {
  expect(versionNotice('1.2.0', '1.2.0')).toBeUndefined();
});

test.each([
  ['1.9.0', '1.10.0', 'version 1.9.0, which is older than the deployed version 1.10.0'],
  ['2.0.0', '1.10.0', 'version 2.0.0, which is newer than the deployed version 1.10.0'],
])('a client of version %s says that %s is deployed', (client, deployed, said) => {
  expect(versionNotice(client, deployed)).toContain(said);
});

test('a deployment that does not state its version is to be deployed again', () => {
  expect(versionNotice('1.2.0', undefined)).toContain('npx cdk deploy --all');
});
