import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { runCommandLine } from '../../cli/command-line.ts';
import { Output } from '../../cli/shell/output.ts';
import { writeBook } from './generated-book.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sampleMilliseconds = 1000;

export interface LargeBook {
  readonly importSeconds: number;
  /** Of the process that imports, in MiB: after the first tenth of the time, and at the most. */
  readonly importMemory: { readonly early: number; readonly most: number };
  readonly forecastSeconds: number;
}

/** Imports a book of `count` licences into `perennial local`, a separate process, and forecasts a year of it. */
export async function measureLargeBook(folder: string, count: number): Promise<LargeBook> {
  const book = path.join(folder, 'large-book');
  await writeBook(book, count);
  const cloud = spawn(
    process.execPath,
    [path.join(root, 'bin/perennial.ts'), 'local', '--port', '0', '--data', path.join(folder, 'cloud')],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(cloud, 'exit');
  try {
    Object.assign(process.env, await environmentOf(cloud));
    const samples: number[] = [];
    const sampling = setInterval(() => {
      samples.push(process.memoryUsage.rss() / 2 ** 20);
    }, sampleMilliseconds);
    const importSeconds = await secondsOf('import', book, '--date', '2026-01-01', '--yes');
    clearInterval(sampling);
    const forecastSeconds = await secondsOf('forecast', '--from', '2026-01-01', '--to', '2026-12-31');
    const early = Math.max(...samples.slice(0, Math.ceil(samples.length / 10)));
    return { importSeconds, importMemory: { early, most: Math.max(...samples) }, forecastSeconds };
  } finally {
    cloud.kill('SIGINT');
    await ended;
  }
}

/** What the cloud says to paste in another terminal. */
async function environmentOf({ stdout }: ChildProcess): Promise<Readonly<Record<string, string>>> {
  if (stdout === null) throw new Error('the cloud says nothing');
  for await (const line of createInterface({ input: stdout })) {
    if (!line.startsWith('export ')) continue;
    const settings = line.slice('export '.length).split(' ');
    return Object.fromEntries(
      settings.map((setting) => {
        const [name = '', value = ''] = setting.split('=');
        return [name, value];
      }),
    );
  }
  throw new Error('the cloud ended before it was up');
}

async function secondsOf(...args: readonly string[]): Promise<number> {
  let printed = '';
  const quiet = { write: (text: string) => (printed = text) };
  const started = performance.now();
  const status = await runCommandLine(args, {
    output: new Output({ write: () => undefined }, quiet, {}),
    signal: new AbortController().signal,
    now: '2026-01-01T12:00:00.000Z',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}: ${printed}`);
  return (performance.now() - started) / 1000;
}
