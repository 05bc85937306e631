import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const root = path.resolve(import.meta.dirname, '../..');

/** The last commit whose workflow called a function for each licence: docs/adr/0017 is the change after it. */
export const before = '3df3549';

/** What the meter counts of the runs alone, written when the cloud stops. */
const meteredCloud = `import { writeFileSync } from 'node:fs';
import { type Cloud, type CloudOptions, startCloud as start } from './present-cloud.ts';

export * from './present-cloud.ts';

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const cloud = await start(options);
  let imported: unknown;
  const fireSchedules = async (date: string) => {
    imported ??= await cloud.meter();
    return cloud.fireSchedules(date);
  };
  const stop = async (): Promise<void> => {
    const ended = await cloud.meter();
    writeFileSync(process.env['METER_READINGS'] ?? '', JSON.stringify({ imported, ended }));
    await cloud.stop();
  };
  return { ...cloud, fireSchedules, stop };
}
`;

const versions = z.record(z.string(), z.string());
const packages = z.object({ dependencies: versions, devDependencies: versions });

/**
 * Puts the application of that commit into a folder, with its own packages, and with the embedded cloud of today: so one
 * meter counts both. Throws where this clone does not have the commit.
 */
export function checkOutBefore(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const tar = execFileSync('git', ['archive', before], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['x', '-C', folder], { input: tar });
  const local = path.join(folder, 'local');
  rmSync(local, { recursive: true });
  cpSync(path.join(root, 'local'), local, { recursive: true });
  renameSync(path.join(local, 'cloud.ts'), path.join(local, 'present-cloud.ts'));
  writeFileSync(path.join(local, 'cloud.ts'), meteredCloud);
  execFileSync('npm', ['ci', '--silent'], { cwd: folder });
  // The embedded cloud of today may need packages that there were not.
  const then = dependenciesOf(folder);
  const added = Object.entries(dependenciesOf(root)).filter(([name]) => then[name] === undefined);
  const names = added.map(([name, version]) => `${name}@${version}`);
  if (names.length > 0) execFileSync('npm', ['install', '--silent', '--no-save', ...names], { cwd: folder });
}

function dependenciesOf(folder: string): Readonly<Record<string, string>> {
  const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
  const { dependencies, devDependencies } = packages.parse(JSON.parse(text));
  return { ...dependencies, ...devDependencies };
}
