import {
  type HistoryEvent,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { civilDate } from '../../domain/calendar.ts';
import { usualFormat } from '../../cli/book/format/format.ts';
import { readBook } from '../../cli/book/read-book.ts';
import { PlayedCloud } from '../../cli/simulate/played-cloud.ts';
import { onEmbeddedCloud } from '../../cli/simulate/embedded-cloud.ts';
import { play } from '../../cli/simulate/play.ts';
import { plans } from '../../plans/index.ts';
import { sampleDays, today, writeSample } from '../cost/sample.ts';

const count = 100;
const page = path.resolve(import.meta.dirname, '../../docs/execution-of-a-batch.md');

const output = z.object({
  todo: z.array(z.object({ step: z.string(), licenceIds: z.array(z.string()) })).optional(),
  outcomes: z.array(z.object({ licenceId: z.string(), did: z.array(z.string()), because: z.string() })),
});

/**
 * `npm run bench -- execution`: renews and invoices 100 licences in one batch on the embedded cloud, and writes what the
 * console of Step Functions shows of it to `docs/execution-of-a-batch.md`.
 */
export async function writeExecution(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'perennial-execution-'));
  const { signal } = new AbortController();
  try {
    const day = civilDate(today);
    const book = path.join(folder, 'book');
    writeSample(book, sampleDays.invoice, count);
    const read = await readBook(book, plans, day, usualFormat);
    if (!read.ok) throw new Error('the generated book has mistakes');
    const events = await onEmbeddedCloud(path.join(folder, 'cloud'), signal, async (cloud) => {
      const played = new PlayedCloud(cloud, signal);
      await played.admit(read.book.customers);
      const progress = { advance: () => undefined, end: () => undefined };
      await play(read.book, { runs: { from: day, to: day } }, played, progress, signal);
      return historyOfBatch(cloud.outputs);
    });
    writeFileSync(page, pageOf(events));
    say(`written: ${page}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The history of the only child execution of the only run that had anything to do. */
async function historyOfBatch({
  RenewalStateMachine: stateMachineArn = '',
}: Readonly<Record<string, string>>) {
  const states = new SFNClient();
  const { executions = [] } = await states.send(new ListExecutionsCommand({ stateMachineArn }));
  for (const { executionArn } of executions) {
    const { mapRuns = [] } = await states.send(new ListMapRunsCommand({ executionArn }));
    for (const { mapRunArn } of mapRuns) {
      const { executions: batches = [] } = await states.send(new ListExecutionsCommand({ mapRunArn }));
      const { events = [] } = await states.send(
        new GetExecutionHistoryCommand({ executionArn: batches[0]?.executionArn, maxResults: 1000 }),
      );
      return events;
    }
  }
  throw new Error('no run had a batch');
}

function pageOf(events: readonly HistoryEvent[]): string {
  const exits = events.flatMap(({ stateExitedEventDetails }) => stateExitedEventDetails ?? []);
  const before = new Map<string, number>();
  const rows = exits.map(({ name = '', output: text = '{}' }, index) => {
    const { todo = [], outcomes } = output.parse(JSON.parse(text));
    const changed = outcomes.filter(({ licenceId, did }) => did.length > (before.get(licenceId) ?? 0));
    for (const { licenceId, did } of outcomes) before.set(licenceId, did.length);
    const [first] = changed;
    const did =
      first === undefined ? '' : `${changed.length}, such as ${first.licenceId}: ${first.did.at(-1) ?? ''}`;
    const left = todo.map(({ step, licenceIds }) => `${step} (${licenceIds.length})`).join(', ');
    return `| ${index + 1} | ${name} | ${did.replaceAll('|', '\\|')} | ${first?.because ?? ''} | ${left} | ${text.length.toLocaleString('en')} |`;
  });
  const entered = events.filter(
    ({ stateEnteredEventDetails }) => stateEnteredEventDetails !== undefined,
  ).length;
  return `# The execution of a batch

This is what an admin sees of ${count} licences of plan \`video-sma\` on ${today}, the day on which they are renewed and invoiced. In
the console of Step Functions, open the run of the plan, then "Map run", then the child execution. The table lists its
states in the order in which they ran. Each row shows the state's output.

It is written by \`npm run bench -- execution\`, which plays the day on the embedded cloud. The execution went through ${entered}
states for ${count} licences: ${(entered / count).toFixed(2)} for each. Before batches, each licence took seven to eleven.

| | state | licences for which it did something | why | steps still to do in this pass | size of the output (characters) |
|---|---|---|---|---|---|
${rows.join('\n')}

How to read it: "Assess" looks at all licences of the batch and lists the steps of a pass with the licences that each
concerns. "What is due?" goes to the first of them. Each step looks at its licences again, decides, writes, and returns
what it did and why. At the end of a pass the mails go out, and "Assess" looks again, until nothing is due. The output of the
last state, "Up to date", has the outcome of each licence. \`npx perennial executions show video-sma ${today}\` prints the same.
`;
}
