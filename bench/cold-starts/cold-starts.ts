import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { environment } from '../../contracts/deployment/environment.ts';
import { bundleHandlers, bundling } from '../../lib/functions/handlers.ts';
import { median } from '../books/domain.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rounds = 11;

/** What the fastest function on DynamoDB would be: a client, and nothing that it does. */
const bareClient = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient());
export const handler = () => Promise.resolve(client);
`;

interface Time {
  /** Milliseconds. */
  readonly cpu: number;
  readonly wall: number;
}

const time = z.object({ cpu: z.number(), wall: z.number() });

/**
 * How long each function's modules take to import in a process of their own, and the bare SDK client, bundled in one file
 * and split as the functions are: medians, in turn, so that all have the same share of what else the machine does.
 */
export function coldStarts(): readonly { readonly name: string; readonly time: Time }[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-cold-starts-'));
  try {
    const modules = new Map([
      ['bare SDK client, in one file', bareBundle(path.join(folder, 'whole'), false)],
      ['bare SDK client, split alike', bareBundle(path.join(folder, 'split'), true)],
      ...[...bundleHandlers()].map(([name, place]) => [name, path.join(place, 'index.mjs')] as const),
    ]);
    const times = new Map<string, Time[]>([...modules.keys()].map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const [name, file] of modules) times.get(name)?.push(timeOf(file));
    return [...times].map(([name, all]) => ({
      name,
      time: { cpu: median(all.map(({ cpu }) => cpu)), wall: median(all.map(({ wall }) => wall)) },
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bareBundle(folder: string, splitting: boolean): string {
  buildSync({
    ...bundling,
    splitting,
    outdir: folder,
    stdin: { contents: bareClient, resolveDir: root },
    entryNames: 'index',
  });
  return path.join(folder, 'index.mjs');
}

function timeOf(file: string): Time {
  const settings = Object.fromEntries(Object.values(environment).map((name) => [name, '1']));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('./import-time.ts', import.meta.url)), file],
    {
      encoding: 'utf8',
      env: { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', ...settings },
    },
  );
  if (status !== 0) throw new Error(`${file} cannot be imported:\n${stderr}`);
  return time.parse(JSON.parse(stdout));
}

/** Prints the times, each beside that of the bare client in one file. */
export function printColdStarts(say: (line: string) => void): void {
  const times = coldStarts();
  const [bare] = times;
  if (bare === undefined) throw new Error('nothing was measured');
  say(`import of each function's modules (median of ${rounds}, in milliseconds)`);
  for (const { name, time: measured } of times) {
    const ratio = (measured.cpu / bare.time.cpu).toFixed(2);
    say(
      `  ${name.padEnd(30)} CPU ${measured.cpu.toFixed(0)}, clock ${measured.wall.toFixed(0)}, ${ratio} × the bare client's CPU`,
    );
  }
}
