import { join } from 'node:path';
import type { Cloud } from '../../local/cloud.ts';
import type { Book } from '../book/read-book.ts';
import { countOf } from '../../client/words/count-of.ts';
import type { Output } from '../shell/output.ts';
import { progressOn } from '../shell/progress.ts';
import { PlayedCloud } from './played-cloud.ts';
import { onEmbeddedCloud } from './embedded-cloud.ts';
import { collectMails } from './mails.ts';
import { cloudData } from './out-folder.ts';
import { printWeather } from '../weather/print.ts';
import { writeDigest, writeDocuments, writeMeter, writePermissions, writeWeather } from './write-results.ts';
import { play, type Schedule } from './play.ts';
import type { Results } from './summary.ts';

/** When a book is played, and under what. */
interface Circumstances extends Schedule {
  /** Seed of what goes wrong; undefined for nothing. */
  readonly weather?: number | undefined;
}

/**
 * Plays a book on an embedded cloud of its own; its mails and documents go to folder `out`. The cloud runs until `onEnd` has
 * ended, which is given the results.
 */
export function playBook(
  book: Book,
  schedule: Circumstances,
  out: string,
  output: Output,
  signal: AbortSignal,
  onEnd: (results: Results, cloud: Cloud) => Promise<void>,
): Promise<Results> {
  const started = performance.now();
  output.note('Synthesising the application');
  const work = async (cloud: Cloud): Promise<Results> => {
    output.note(
      `Playing ${countOf(book.licences.length, 'licence')} from ${schedule.runs.from} to ${schedule.runs.to}`,
    );
    const played = new PlayedCloud(cloud, signal);
    await played.admit(book.customers);
    const progress = progressOn(output, (day) => day.slice(0, 'yyyy-mm'.length));
    const failed = await play(book, schedule, played, progress, signal);
    const weather = cloud.weather.report();
    if (weather !== undefined) {
      writeWeather(out, weather, await played.catchUp(schedule.runs.to));
      printWeather(output, weather);
      output.print();
    }
    const { runs, besideRuns } = await played.work();
    writeMeter(out, runs, besideRuns);
    const licences = book.licences.filter(({ registeredOn }) => registeredOn <= schedule.runs.to);
    writeDocuments(out, await played.documents(licences));
    await cloud.fireFunctionSchedules(schedule.runs.to);
    writeDigest(out, cloud.messages().at(-1));
    const permissions = cloud.permissions();
    writePermissions(out, permissions);
    for (const { principal, action, resource, reason } of permissions.denied) {
      output.note(`Denied to ${principal}: ${action} on ${resource} ${reason}`);
    }
    const results: Results = {
      days: schedule.runs,
      missed: schedule.missed,
      licences,
      events: await played.journal(licences),
      mails: await collectMails(cloud.mails(), await played.outgoing(licences), out),
      executions: played.executions,
      failed: [...failed, ...played.failed].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
      seconds: Math.round((performance.now() - started) / 100) / 10,
    };
    await onEnd(results, cloud);
    return results;
  };
  return onEmbeddedCloud(join(out, cloudData), signal, work, schedule.weather);
}
