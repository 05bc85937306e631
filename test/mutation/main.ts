// `npm run test:mutation -- domain/payments`: changes the rules of a room one by one, and lists the changes that no test notices.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** They bring some 150 packages, are fetched when they are needed, and are no dependencies. */
const packages = ['@stryker-mutator/core@10.1.1', '@stryker-mutator/vitest-runner@10.1.1'];
const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/stryker');
const stryker = join(cache, 'node_modules/@stryker-mutator/core/bin/stryker.js');

/** @param words folders or files of `domain/`, as paths from the root of the repository, and options of Stryker such as --incremental */
function run(words: readonly string[]): number {
  const options = words.filter((word) => word.startsWith('--'));
  const places = words.filter((word) => !word.startsWith('--'));
  if (places.length === 0) {
    process.stderr.write('Say what is to be changed: npm run test:mutation -- domain/payments\n');
    return 1;
  }
  if (!existsSync(stryker)) fetchStryker();
  const settings = join(cache, 'settings.json');
  writeFileSync(settings, JSON.stringify(settingsFor(places)));
  const { status } = spawnSync(process.execPath, [stryker, 'run', settings, ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  return status ?? 1;
}

function settingsFor(places: readonly string[]): object {
  return {
    mutate: places.map((place) => (place.endsWith('.ts') ? place : `${place}/**/*.ts`)),
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    dryRunTimeoutMinutes: 30,
    timeoutMS: 30_000,
    // The report has each mutant; the exit status says whether enough were noticed.
    reporters: ['clear-text', 'progress-append-only', 'json'],
    clearTextReporter: { logTests: false, reportTests: false },
    jsonReporter: { fileName: 'dist/mutation.json' },
    incrementalFile: 'dist/mutation-incremental.json',
    thresholds: { high: 95, low: 90, break: 90 },
    // There is none: Stryker would adapt the real one by an API that TypeScript 7 has not, and no test reads it.
    tsconfigFile: 'dist/tsconfig.json',
    // Not in node_modules, where Vitest looks for no tests.
    tempDirName: 'dist/mutation',
    ignorePatterns: ['.perennial', 'cdk.out', 'dist'],
  };
}

function fetchStryker(): void {
  mkdirSync(cache, { recursive: true });
  process.stdout.write(`Fetching ${packages.join(' and ')}\n`);
  const flags = ['--no-save', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', '--prefix', cache, ...flags, ...packages], { stdio: 'inherit' });
}

process.exitCode = run(process.argv.slice(2));
