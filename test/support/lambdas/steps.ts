import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Command } from '../../../domain/decide.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { customerSchema } from '../../../domain/customer/customer.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { registerLicence } from '../../../app/commands/register-licence.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import type { Stored } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { RunStore } from '../../../adapters/dynamodb/runs/runs.ts';
import { deliverPending } from '../../../app/mailing/deliver.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import type { HandledMessages } from '../../../contracts/delivery/queued-messages.ts';
import type { EventHandler } from '../../../contracts/deployment/handlers.ts';
import type { Outcome } from '../../../contracts/workflow/batch.ts';
import { type ActingStep, actingSteps, passSteps, type Step } from '../../../contracts/workflow/steps.ts';
import { openMailing } from '../../../app/mailing/mailing-dependencies.ts';
import { openCloud } from '../adapters/cloud.ts';
import { factsOf } from '../application/play.ts';
import { applyActivity } from '../application/apply-activity.ts';

type Handler = (input: unknown) => Promise<Readonly<Record<string, unknown>>>;

/** Tables, bucket and SES, with the steps' handlers on them, as a deployment has them. */
export async function openHouse() {
  const cloud = await openCloud();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
  const documents = documentClient();
  const post = openMailing(documents, process.env);
  const runs = new RunStore(documents, process.env);
  await post.customers.put(
    customerSchema.parse({
      customerId: 'C-1',
      name: 'Jane Roe Ltd',
      kind: 'end-user',
      email: 'jane@customer.example',
      country: 'DE',
      locale: 'en-GB',
    }),
  );
  let count = 0;

  /** Calls a step's handler. They read their settings when they are loaded, so that they are only now. */
  const call = async (name: Step | ActingStep, input: Readonly<Record<string, unknown>>) => {
    const file = actingSteps.some((each) => each === name) ? 'act' : name;
    const module = (await import(`../../../lambdas/steps/${file}.ts`)) as { handler: Handler };
    return module.handler({ execution: 'the-execution', ...input });
  };

  /** The same; a step on a batch gets one licence, and gives what it did to it besides. */
  const step = async (name: Step | ActingStep, input: Readonly<Record<string, unknown>>) => {
    const { licenceId, ...rest } = input;
    if (licenceId === undefined) return call(name, input);
    const licences = [{ licenceId, customerId: 'C-1' }];
    const todo = [{ step: name, licenceIds: [licenceId] }];
    const isOfPass = passSteps.some((each) => each === name);
    const output = await call(name, { ...rest, licences, next: name, ...(isOfPass && { todo }) });
    const [outcome] = (output['outcomes'] ?? []) as Outcome[];
    const decided = outcome?.did.at(-1) ?? 'nothing to do';
    return { ...output, decided, because: outcome?.because };
  };

  /** Leaves in S3 what a map does of licences whose batch ended well, and of batches that did not, and gives its place. */
  const mapResults = async (licenceIds: readonly string[], failed: readonly object[]) => {
    const place = (name: string) => `results/${(count += 1)}/${name}`;
    const Key = place('manifest.json');
    const lines = place('SUCCEEDED_0.jsonl');
    const s3 = new S3Client();
    const put = (key: string, Body: string) =>
      s3.send(new PutObjectCommand({ Bucket: process.env[environment.worklistBucket], Key: key, Body }));
    const failedLines = place('FAILED_0.jsonl');
    const SUCCEEDED = [{ Key: lines, Size: 1 }];
    const FAILED = failed.length === 0 ? [] : [{ Key: failedLines, Size: 1 }];
    await put(lines, `${JSON.stringify({ outcomes: licenceIds.map((licenceId) => ({ licenceId })) })}\n`);
    await put(failedLines, failed.map((child) => `${JSON.stringify(child)}\n`).join(''));
    await put(Key, JSON.stringify({ ResultFiles: { SUCCEEDED, FAILED, PENDING: [] } }));
    return { ResultWriterDetails: { Bucket: process.env[environment.worklistBucket], Key } };
  };

  return {
    cloud,
    documents,
    post,
    runs,
    step,
    call,

    /** Sums up a run in which the batch of these licences ended well, and these batches did not. */
    summarise: async (run: object, ended: readonly string[] = [], failed: readonly object[] = []) =>
      step('summarise', { ...run, results: await mapResults(ended, failed) }),

    /** Hands an event to its handler, as EventBridge does. */
    event: async (name: EventHandler, event: unknown): Promise<void> => {
      const module = (await import(`../../../lambdas/events/${name}.ts`)) as { handler: Handler };
      await module.handler(event);
    },

    /** Has the reports of SES handled together, as Lambda takes them from their queue; gives the places of those that failed. */
    feedback: async (...events: readonly unknown[]): Promise<readonly number[]> => {
      const module = (await import('../../../lambdas/events/mail-feedback.ts')) as unknown as {
        handler: (input: unknown) => Promise<HandledMessages>;
      };
      const Records = events.map((event, index) => ({ messageId: `${index}`, body: JSON.stringify(event) }));
      const { batchItemFailures } = await module.handler({ Records });
      return batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier));
    },

    /** A new licence of a plan, by its id. */
    licence: async (plan: Plan, facts: Parameters<typeof factsOf>[1] = {}): Promise<string> => {
      const licenceId = `L-${(count += 1)}`;
      await registerLicence(post.licences, factsOf(plan, { country: 'DE', licenceId, ...facts }));
      return licenceId;
    },

    /** Something that the customer does on a day. */
    activity: (licenceId: string, on: string, activity: Command['activity'], years = 1) =>
      applyActivity(
        post.licences,
        licenceId,
        { on: civilDate(on), activity, years } as Command,
        civilDate(on),
      ),

    /** Sends the mails that wait; `now` is the sender's time in milliseconds. */
    deliver: (licenceId: string, today: string, now = 0) =>
      deliverPending(post, licenceId, civilDate(today), now),

    stored: async (licenceId: string): Promise<Stored> => {
      const stored = await post.licences.load(licenceId);
      if (stored === undefined) throw new Error(`${licenceId} is not in the table`);
      return stored;
    },

    /** The types of what has happened to a licence. */
    journal: async (licenceId: string): Promise<Event['type'][]> =>
      (await post.licences.events(licenceId)).map((event) => event.type),

    /** Everything that the workflow does for a licence on a day, in its order, up to a step if one is given. */
    runDay: async (plan: Plan, licenceId: string, today: string, before?: Step): Promise<void> => {
      const licences = [{ licenceId, customerId: 'C-1' }];
      let state = await call('assess', { planId: plan.id, today, licences });
      while (state['next'] !== 'none' && state['next'] !== before)
        state = await call(state['next'] as Step | ActingStep, state);
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;
