import { plans } from '../../plans/index.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { DigestLog } from '../../adapters/dynamodb/runs/digest-log.ts';
import { NotPublished, OperatorsTopic } from '../../adapters/messaging/operators-topic.ts';
import { parseAt } from '../../adapters/dynamodb/table/parse.ts';
import { PlanLicences } from '../../adapters/dynamodb/licences/plan-licences.ts';
import { RunHistory } from '../../adapters/dynamodb/runs/run-history.ts';
import { RunStore } from '../../adapters/dynamodb/runs/runs.ts';
import { gather } from '../../app/digest/gather.ts';
import { subjectOf, textOf } from '../../app/digest/text.ts';
import { digestInput } from '../../contracts/payloads.ts';

const documents = documentClient();
const log = new DigestLog(documents, process.env);
const topic = new OperatorsTopic(process.env);
const sources = {
  history: new RunHistory(documents, process.env),
  runs: new RunStore(documents, process.env),
  licences: new PlanLicences(documents, process.env),
};

/**
 * Tells the operators what the runs did and what lies ahead: once, however often the schedule fires. Where it was cut
 * off in the middle of telling it fails rather than tell twice, and what it failed on lies in a queue that has an alarm.
 */
export async function handler(input: unknown): Promise<{ readonly decided: string }> {
  const { scheduledTime: time } = parseAt('the input', digestInput, input);
  const digest = await gather(sources, plans, time);
  if (!(await log.claim(time))) return { decided: `the digest of ${time} was sent before` };
  try {
    await topic.publish(subjectOf(digest), textOf(digest));
  } catch (error) {
    if (error instanceof NotPublished) await log.release(time);
    throw error;
  }
  await log.sent(time);
  return { decided: `sent: the digest of ${time}` };
}
