import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleFiles } from '../support/einvoice/examples.ts';

// Writes the examples of docs/examples, or into another folder: `npm run documents:look [FOLDER]`.
const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../docs/examples'));
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of await exampleFiles()) writeFileSync(path.join(folder, name), bytes);
// oxlint-disable-next-line no-console -- a script speaks to whoever runs it
console.log(`the documents lie in ${folder}`);
