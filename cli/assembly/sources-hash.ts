import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rooms that the application, its functions and the command line consist of. */
export const rooms = [
  'adapters',
  'app',
  'bin',
  'cli',
  'client',
  'contracts',
  'documents',
  'domain',
  'lambdas',
  'lib',
  'local',
  'mail',
  'plans',
  'web',
  'wording',
];

/** What code, configuration, fonts and pictures are kept in. */
const isSource = /\.(ts|tsx|js|mjs|json|ttf|otf|woff2?|icc|wasm|svg|png|css|html)$/;

/** Files beside the rooms: configuration in TypeScript, how the CDK is called, and the versions of the dependencies. */
const isSourceBesideRooms = /\.ts$|^(cdk|package|package-lock|tsconfig)\.json$/;

/**
 * A hash of everything that the synthesised application depends on: the sources, and how the CDK is called. What commands
 * have written into the checkout, such as the results of a simulation, is none of it.
 */
export function sourcesHash(root: string): string {
  const hash = createHash('sha256');
  const { CDK_CONTEXT_JSON: context = '' } = process.env;
  hash.update(JSON.stringify([process.version, context]));
  const files = [
    ...filesOf(root).filter((name) => isSourceBesideRooms.test(name)),
    ...rooms.flatMap((room) => sourcesIn(root, room)),
  ];
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

function filesOf(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

function sourcesIn(root: string, folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return entries
    .filter((name) => isSource.test(name))
    .map((name) => join(folder, name))
    .sort();
}
