import { expect, test } from 'vitest';
import { versionNotice } from '../../../client/deployment/version-notice.ts';

test('a client of the deployed version says nothing', () => {
  expect(versionNotice('1.2.0', '1.2.0')).toBeUndefined();
});

test.each([
  ['1.9.0', '1.10.0', 'version 1.9.0, older than 1.10.0'],
  ['2.0.0', '1.10.0', 'version 2.0.0, newer than 1.10.0'],
])('a client of version %s says that %s is deployed', (client, deployed, said) => {
  expect(versionNotice(client, deployed)).toContain(said);
});

test('a deployment that says no version is to be renewed', () => {
  expect(versionNotice('1.2.0', undefined)).toContain('npx cdk deploy --all');
});
