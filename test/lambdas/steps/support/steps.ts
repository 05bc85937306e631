import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Command } from '../../../../domain/decide.ts';
import { civilDate } from '../../../../domain/calendar.ts';
import { customerSchema } from '../../../../domain/customer/customer.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';
import { applyActivity, registerLicence } from '../../../../app/commands/apply-command.ts';
import { documentClient } from '../../../../adapters/dynamodb/table/document-client.ts';
import type { Stored } from '../../../../adapters/dynamodb/licences/licence-item.ts';
import { RunStore } from '../../../../adapters/dynamodb/runs/runs.ts';
import { deliverPending } from '../../../../app/mailing/deliver.ts';
import { environment } from '../../../../contracts/environment.ts';
import type { EventHandler } from '../../../../contracts/handlers.ts';
import { type ActingStep, actingSteps, type NextStep, type Step } from '../../../../contracts/steps.ts';
import { openMailing } from '../../../../app/mailing/mailing-dependencies.ts';
import { openCloud } from '../../../adapters/support/cloud.ts';
import { factsOf } from '../../../support/play.ts';

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

  /** Runs a step's handler. They read their settings when they are loaded, so that they are only now. */
  const step = async (name: Step | ActingStep, input: Readonly<Record<string, unknown>>) => {
    const acting = actingSteps.find((each) => each === name);
    const file = acting === undefined ? name : 'act';
    const module = (await import(`../../../../lambdas/steps/${file}.ts`)) as { handler: Handler };
    return module.handler({ execution: 'the-execution', ...(acting && { step: acting }), ...input });
  };

  /** Leaves in S3 what a map does of these licences, whose workflows ended well, and gives its place. */
  const mapResults = async (licenceIds: readonly string[]) => {
    const place = (name: string) => `results/${(count += 1)}/${name}`;
    const Key = place('manifest.json');
    const lines = place('SUCCEEDED_0.jsonl');
    const s3 = new S3Client();
    const put = (key: string, Body: string) =>
      s3.send(new PutObjectCommand({ Bucket: process.env[environment.worklistBucket], Key: key, Body }));
    const file = { Key: lines, Size: 1 };
    await put(
      lines,
      licenceIds.map((licenceId) => `${JSON.stringify({ licenceId, because: 'x' })}\n`).join(''),
    );
    await put(Key, JSON.stringify({ ResultFiles: { SUCCEEDED: [file], FAILED: [], PENDING: [] } }));
    return { ResultWriterDetails: { Bucket: process.env[environment.worklistBucket], Key } };
  };

  return {
    cloud,
    documents,
    post,
    runs,
    step,

    /** Sums up a run in which the workflows of these licences ended well. */
    summarise: async (run: object, ended: readonly string[] = []) =>
      step('summarise', { ...run, results: await mapResults(ended) }),

    /** Hands an event to its handler, as EventBridge does. */
    event: async (name: EventHandler, event: unknown): Promise<void> => {
      const module = (await import(`../../../../lambdas/events/${name}.ts`)) as { handler: Handler };
      await module.handler(event);
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

    /** Everything that the workflow does for a licence on a day, in its order. */
    runDay: async (plan: Plan, licenceId: string, today: string): Promise<void> => {
      const input = { planId: plan.id, today, licenceId };
      for (;;) {
        const { next } = (await step('assess', input)) as { next: NextStep };
        if (next === 'none') return;
        await step(next, input);
        if (next !== 'deliver-mail') await step('deliver-mail', input);
      }
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;
