import { afterAll, beforeAll, expect, test } from 'vitest';
import { DocumentFiles } from '../../../adapters/s3/document-files.ts';
import { openCloud, type TestCloud } from '../../support/adapters/cloud.ts';

let cloud: TestCloud;
let files: DocumentFiles;

beforeAll(async () => {
  cloud = await openCloud();
  files = new DocumentFiles(process.env);
});
afterAll(() => cloud.stop());

test('a document is written once: whoever comes later gets what lies there', async () => {
  const first = Buffer.from('first');
  expect(await files.keep('plan/2026/A-1.pdf', first)).toEqual(first);
  expect(await files.keep('plan/2026/A-1.pdf', Buffer.from('second'))).toEqual(first);
  expect(await files.fetch('plan/2026/A-1.pdf')).toEqual(first);
});

test('a document that is not there is an error', async () => {
  await expect(files.fetch('plan/2026/A-9.pdf')).rejects.toThrow(/key/i);
});
