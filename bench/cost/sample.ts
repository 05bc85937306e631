import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Work } from '../../cli/meter/work.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A day on which the same is due for all licences of a book of one plan. */
export interface SampleDay {
  readonly name: string;
  readonly planId: string;
  readonly product: string;
  readonly modules: string;
  readonly registeredOn: string;
  readonly coverEnds: string;
  readonly installedOn?: string;
}

/** The day of all samples: what is due on it follows from when cover ends. */
export const today = '2026-01-15';

const order = { registeredOn: '2026-01-10', modules: '' };

export const sampleDays = {
  invoice: {
    name: 'renewal and invoice, by e-mail with its PDF',
    planId: 'video-sma',
    product: 'ProBox',
    modules: 'PROBOX=2400.00',
    registeredOn: '2026-01-10',
    coverEnds: '2026-01-14',
  },
  firstInvoice: {
    name: 'first invoice, by e-mail with its PDF',
    planId: 'smart-net-user-group',
    product: 'Smart-Net',
    modules: '',
    registeredOn: today,
    coverEnds: '',
    installedOn: today,
  },
  quote: {
    ...order,
    name: 'quote with its PDF, and a reminder',
    planId: 'smartertools-maintenance',
    product: 'SmarterMail',
    modules: 'SM=1399.00',
    coverEnds: '2026-02-14',
  },
  reminder: {
    ...order,
    name: 'reminder',
    planId: 'vtube-laser-smp',
    product: 'VTube-LASER',
    coverEnds: '2026-04-15',
  },
  idle: {
    ...order,
    name: 'nothing due',
    planId: 'vtube-laser-smp',
    product: 'VTube-LASER',
    coverEnds: '2026-11-30',
  },
} satisfies Readonly<Record<string, SampleDay>>;

/** What a day's runs of all plans did, and how many bytes the documents of the day have. */
export interface Played {
  readonly work: Work;
  readonly documentBytes: number;
}

/** It was written by this version of the command line. */
const meter = z.custom<Work>();

/** Plays the day for `count` licences on the embedded cloud, in a folder of its own. */
export function playDay(folder: string, day: SampleDay, count: number): Played {
  const book = path.join(folder, `${day.planId}-${day.coverEnds}`);
  const out = path.join(book, 'out');
  writeSample(book, day, count);
  const options = ['simulate', '--book', book, '--from', today, '--to', today, '--out', out];
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'bin/perennial.ts'), ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the day "${day.name}" ended with status ${String(status)}:\n${stderr}`);
  return {
    work: meter.parse(JSON.parse(readFileSync(path.join(out, 'meter.json'), 'utf8'))),
    documentBytes: bytesIn(path.join(out, 'documents')),
  };
}

/** Writes a book of `count` licences for which the day has the same. */
export function writeSample(book: string, day: SampleDay, count: number): void {
  mkdirSync(book, { recursive: true });
  const ids = Array.from({ length: count }, (_, index) => String(index).padStart(4, '0'));
  const write = (name: string, header: string, rows: readonly string[]) => {
    writeFileSync(path.join(book, name), `${[header, ...rows].join('\n')}\n`);
  };
  write(
    'customers.csv',
    'customerId,name,kind,email,billingEmail,country,locale',
    ids.map((id) => `C-${id},Customer ${id},end-user,it@c${id}.example,ap@c${id}.example,DE,de-DE`),
  );
  const { planId, product, modules, coverEnds, registeredOn, installedOn = '' } = day;
  write(
    'licences.csv',
    'licenceId,planId,customerId,product,modules,purchasedOn,installedOn,coverEnds,registeredOn',
    ids.map(
      (id) =>
        `L-${id},${planId},C-${id},${product},${modules},2024-01-15,${installedOn},${coverEnds},${registeredOn}`,
    ),
  );
  write('activity.csv', 'date,licenceId,activity,detail', []);
}

function bytesIn(folder: string): number {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).size);
  return sizes.reduce((sum, size) => sum + size, 0);
}
