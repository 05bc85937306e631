import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { consoleSignInSchema } from '../../contracts/console/sign-in.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { bundleHandlers, bundling } from '../../lib/functions/handlers.ts';
import { median } from '../books/domain.ts';

const root = path.resolve(import.meta.dirname, '../..');
const rounds = 15;

/** The clients by the names of their packages. */
const constructors: Readonly<Record<string, string>> = {
  cloudformation: 'CloudFormationClient',
  cloudwatch: 'CloudWatchClient',
  dynamodb: 'DynamoDBClient',
  kms: 'KMSClient',
  s3: 'S3Client',
  scheduler: 'SchedulerClient',
  ses: 'SESClient',
  sesv2: 'SESv2Client',
  sfn: 'SFNClient',
  sns: 'SNSClient',
  sqs: 'SQSClient',
};

/** The console reads how people sign in when it starts. */
const signIn = {
  issuer: 'https://login.vendor.example',
  clientId: 'console',
  roles: { operator: ['operators'] },
} satisfies z.input<typeof consoleSignInSchema>;

const sourceMap = z.object({ sources: z.array(z.string()) });

interface Time {
  /** Milliseconds. */
  readonly cpu: number;
  readonly wall: number;
}

const time = z.object({ cpu: z.number(), wall: z.number() });

/** A function, or the bare clients that it is compared with. */
interface Measured {
  readonly name: string;
  readonly time: Time;
  /** What it is compared with: the clients of the AWS SDK that it loads at its start, and nothing else. */
  readonly bare: string;
}

/**
 * How long the modules of each function, and of the bare clients that it loads, take to import in a process of their own:
 * medians, in turn, so that all have the same share of what else the machine does. The bare clients are bundled as the
 * functions are: without that, a client alone takes half as long again.
 * @param only the one function to measure; unset: all
 */
async function coldStarts(only: string | undefined): Promise<readonly Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-cold-starts-'));
  try {
    const modules = new Map<string, string>();
    const bares = new Map<string, string>();
    for (const [name, place] of await bundleHandlers({ apart: true })) {
      if (only !== undefined && name !== only) continue;
      const file = path.join(place, `${name}.mjs`);
      const clients = clientsOf(file);
      const bare = `bare ${clients.join(' + ')}`;
      if (!modules.has(bare)) modules.set(bare, bareBundle(path.join(folder, String(modules.size)), clients));
      modules.set(name, file);
      bares.set(name, bare);
    }
    const times = new Map<string, Time[]>([...modules.keys()].map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const [name, file] of modules) times.get(name)?.push(timeOf(file));
    return [...times].map(([name, all]) => ({
      name,
      bare: bares.get(name) ?? name,
      time: { cpu: median(all.map(({ cpu }) => cpu)), wall: median(all.map(({ wall }) => wall)) },
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The clients of the AWS SDK that a bundle imports at once, by the source maps of its modules. */
function clientsOf(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const { sources } = sourceMap.parse(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const own = sources.flatMap((source) => /@aws-sdk\/client-([a-z0-9]+)\//.exec(source)?.[1] ?? []);
  // What is imported dynamically has a bracket before its name.
  const imports = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+)"/g);
  const others = [...imports].flatMap(([, imported = '']) =>
    clientsOf(path.join(path.dirname(file), imported), seen),
  );
  return [...new Set([...own, ...others])].toSorted();
}

function bareBundle(folder: string, clients: readonly string[]): string {
  buildSync({
    ...bundling,
    outdir: folder,
    stdin: { contents: bareClients(clients), resolveDir: root },
    entryNames: 'index',
  });
  return path.join(folder, 'index.mjs');
}

/** What the fastest function with these clients would be: the clients, and nothing that it does. */
function bareClients(clients: readonly string[]): string {
  const named = clients.map((client) => ({ client, name: constructors[client] ?? unknown(client) }));
  return [
    ...named.map(({ client, name }) => `import { ${name} } from '@aws-sdk/client-${client}';`),
    `import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';`,
    `const clients = [${named.map(({ name }) => `new ${name}()`).join()}];`,
    ...(clients.includes('dynamodb')
      ? [`clients.push(DynamoDBDocumentClient.from(new DynamoDBClient()));`]
      : []),
    `export const handler = () => Promise.resolve(clients);`,
  ].join('\n');
}

function unknown(client: string): never {
  throw new Error(`the benchmark does not know the client ${client}`);
}

function timeOf(file: string): Time {
  const settings = {
    ...Object.fromEntries(Object.values(environment).map((name) => [name, '1'])),
    [environment.consoleSignIn]: JSON.stringify(signIn),
  };
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

/**
 * Prints the times, those of each function beside those of its bare clients.
 * @param only the one function to measure; unset: all
 */
export async function printColdStarts(say: (line: string) => void, only?: string): Promise<void> {
  const times = await coldStarts(only);
  say(`import of each function's modules (median of ${rounds}, in milliseconds of CPU and of the clock)`);
  for (const { name, time: own, bare } of times) {
    const other = times.find((each) => each.name === bare)?.time ?? own;
    const beside = bare === name ? '' : `, ${(own.cpu / other.cpu).toFixed(2)} × ${bare}`;
    say(`  ${name.padEnd(44)} ${own.cpu.toFixed(0).padStart(4)} ${own.wall.toFixed(0).padStart(4)}${beside}`);
  }
}
