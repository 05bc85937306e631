import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintedDocument } from '../../client/deployment/documents.ts';
import type { FailedLicence } from '../../client/runs/executions.ts';
import type { PermissionReport, WeatherReport } from '../../local/cloud.ts';
import type { PublishedMessage } from '../../local/sns/topics.ts';
import type { Counted, Work } from '../meter/work.ts';
import { journalLine } from './journal.ts';
import { outFiles } from './out-folder.ts';
import type { Results, Summary } from './summary.ts';

/** Writes what there is except the mails and documents themselves; the folder is cleared already. */
export function writeResults(folder: string, results: Results, summary: Summary): void {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  write(outFiles.journal, jsonLines(results.events.map(journalLine)));
  write(outFiles.mail, jsonLines(results.mails));
  write(outFiles.executions, jsonLines(results.executions));
  write(outFiles.summary, `${JSON.stringify(summary, undefined, 2)}\n`);
}

/** Writes the digest that operators would get by mail; nothing where there is none. */
export function writeDigest(folder: string, digest: PublishedMessage | undefined): void {
  if (digest === undefined) return;
  writeFileSync(join(folder, outFiles.digest), `${digest.subject ?? ''}\n\n${digest.message}`);
}

/** Writes quotes and invoices, each under its number. */
export function writeDocuments(folder: string, documents: readonly PrintedDocument[]): void {
  const place = join(folder, outFiles.documents);
  mkdirSync(place, { recursive: true });
  for (const { filename, bytes } of documents) writeFileSync(join(place, filename), bytes);
}

/** Writes what roles are granted and did not need, and what was denied to them. */
export function writePermissions(folder: string, permissions: PermissionReport): void {
  writeFileSync(join(folder, outFiles.permissions), `${JSON.stringify(permissions, undefined, 2)}\n`);
}

/** Writes what the runs did as AWS bills it, and apart from it what registrations, activities and updates did. */
export function writeMeter(folder: string, runs: Work, besideRuns: Counted): void {
  writeFileSync(join(folder, outFiles.meter), `${JSON.stringify({ ...runs, besideRuns }, undefined, 2)}\n`);
}

/** Writes what went wrong and how often, and the licences on which runs failed before they caught up. */
export function writeWeather(
  folder: string,
  weather: WeatherReport,
  failedUntilThen: readonly FailedLicence[],
): void {
  writeFileSync(
    join(folder, outFiles.weather),
    `${JSON.stringify({ ...weather, failedUntilThen }, undefined, 2)}\n`,
  );
}

function jsonLines(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
