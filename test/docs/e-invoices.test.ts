import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '../support/documents/papers.ts';
import { exampleFiles } from '../support/einvoice/examples.ts';

const folder = join(import.meta.dirname, '../../docs/examples');

/** The data of a file: XML, or what a PDF has in it. */
async function dataOf(name: string, bytes: Buffer): Promise<string> {
  if (name.endsWith('.xml')) return bytes.toString();
  return (await filesIn(bytes)).get('factur-x.xml') ?? 'no data';
}

test('docs/examples have the data that `npm run documents:look` writes', async () => {
  for (const [name, bytes] of await exampleFiles()) {
    const kept = readFileSync(join(folder, name));
    expect(await dataOf(name, kept), name).toBe(await dataOf(name, bytes));
  }
});
