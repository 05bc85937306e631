import { describe, expect, test } from 'vitest';
import type { Book } from '../../../cli/book/read-book.ts';
import { play, type Schedule, type PlayedSystem } from '../../../cli/simulate/play.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { factsOf } from '../../support/application/play.ts';

const day = (text: string) => civilDate(`2026-01-${text}`);
const silent = { advance: () => undefined, end: () => undefined };

function licence(licenceId: string, registeredOn: string) {
  return factsOf(netjapanMaintenance, { licenceId, registeredOn: day(registeredOn) });
}

function activity(date: string, licenceId: string, name: 'cancel' | 'resume' = 'cancel') {
  return { date: day(date), licenceId, command: { activity: name } } as const;
}

/** Writes down what happens on it; what `broken` names throws. */
class Notebook implements PlayedSystem {
  readonly notes: string[] = [];
  readonly #broken: string;

  constructor(broken = '') {
    this.#broken = broken;
  }

  register = ({ licenceId, registeredOn }: { licenceId: string; registeredOn: string }) =>
    this.#note(registeredOn, `register ${licenceId}`);
  act = ({ date, licenceId, command }: ReturnType<typeof activity>) =>
    this.#note(date, `${command.activity} ${licenceId}`);
  publish = ({ date, version }: { date: string; version: string }) => this.#note(date, `publish ${version}`);
  run = (date: string) => this.#note(date, 'run');

  #note(date: string, what: string): Promise<void> {
    const note = `${date.slice(8)} ${what}`;
    if (note === this.#broken) return Promise.reject(new Error(`${what} is broken`));
    this.notes.push(note);
    return Promise.resolve();
  }
}

const book: Book = {
  customers: [],
  licences: [licence('B', '03'), licence('A', '01'), licence('C', '03'), licence('D', '06')],
  activities: [
    activity('02', 'A'),
    activity('03', 'C'),
    activity('03', 'B'),
    activity('03', 'C', 'resume'),
    activity('06', 'A'),
  ],
  updates: [],
};
const schedule: Schedule = { runs: { from: day('03'), to: day('05') } };

async function played(
  notebook: Notebook,
  change: Partial<Schedule> = {},
  signal = new AbortController().signal,
) {
  const failed = await play(book, { ...schedule, ...change }, notebook, silent, signal);
  return { notes: notebook.notes, failed };
}

test('a day has its registrations, then its activities in the order of the file, then its run', async () => {
  const { notes } = await played(new Notebook());
  expect(notes).toEqual([
    '01 register A',
    '02 cancel A',
    '03 register B',
    '03 register C',
    '03 cancel C',
    '03 cancel B',
    '03 resume C',
    '03 run',
    '04 run',
    '05 run',
  ]);
});

test('on missed days customers act, but nothing runs', async () => {
  const { notes } = await played(new Notebook(), { missed: { from: day('03'), to: day('04') } });
  expect(notes.slice(-2)).toEqual(['03 resume C', '05 run']);
});

describe('a licence fails', () => {
  test('in its registration: nothing more is done with it, and the others go on', async () => {
    const { notes, failed } = await played(new Notebook('03 register C'));
    expect(failed).toEqual([
      { licenceId: 'C', planId: 'netjapan-maintenance', date: '2026-01-03', reason: 'register C is broken' },
    ]);
    expect(notes).toContain('03 cancel B');
    expect(notes.filter((note) => note.endsWith('C'))).toEqual([]);
  });

  test('in an activity: what follows goes on, also its own', async () => {
    const { notes, failed } = await played(new Notebook('03 cancel C'));
    expect(failed.map(({ reason }) => reason)).toEqual(['cancel C is broken']);
    expect(notes).toContain('03 resume C');
  });
});

test('a run that throws breaks the play off', async () => {
  await expect(played(new Notebook('04 run'))).rejects.toThrow('run is broken');
});

test('once aborted, nothing more happens', async () => {
  const stop = new AbortController();
  const notebook = new Notebook();
  const run = notebook.run;
  notebook.run = async (date) => {
    await run(date);
    stop.abort(new Error('stopped'));
  };
  await expect(played(notebook, {}, stop.signal)).rejects.toThrow('stopped');
  expect(notebook.notes.at(-1)).toBe('03 run');
});

test('an update is published after what customers do on its day, and before the runs', async () => {
  const notebook = new Notebook();
  const update = (date: string, version: string) => {
    return { date: day(date), planId: 'vtube-laser-smp', product: 'VTube-LASER', version };
  };
  const updates = [update('03', '26.2'), update('02', '26.1'), update('03', '26.3'), update('06', '27')];
  await play({ ...book, updates }, schedule, notebook, silent, new AbortController().signal);
  expect(notebook.notes.slice(0, 10)).toEqual([
    '01 register A',
    '02 cancel A',
    '02 publish 26.1',
    '03 register B',
    '03 register C',
    '03 cancel C',
    '03 cancel B',
    '03 resume C',
    '03 publish 26.2',
    '03 publish 26.3',
  ]);
  expect(notebook.notes).not.toContain('06 publish 27');
});
