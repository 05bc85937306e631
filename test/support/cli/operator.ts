import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Assembly, synthesise } from '../../../cli/assembly/synthesise.ts';
import { runCommandLine } from '../../../cli/command-line.ts';
import { settingsOf } from '../../../client/deployment/settings-of.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { Facts } from '../../../domain/licence/licence.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { registerLicence } from '../../../app/commands/register-licence.ts';
import { documentClient } from '../../../adapters/dynamodb/table/document-client.ts';
import { licenceKey } from '../../../adapters/dynamodb/licences/licence-item.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { openMailing } from '../../../app/mailing/mailing-dependencies.ts';
import { startCloud } from '../../../local/cloud.ts';
import { janeRoe } from '../application/jane-roe.ts';
import { factsOf } from '../application/play.ts';
import { keptOutput } from './streams.ts';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Somebody at the command line, with the application on an embedded cloud that the process's environment points to.
 * @param synthesised another application than the one that all tests share; it is released in the end
 */
export async function openOperator(synthesised?: Assembly) {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-cli-'));
  const assembly = synthesised ?? (await synthesise(new AbortController().signal));
  const cloud = await startCloud({ assembly: assembly.folder, data: join(folder, 'data') });
  Object.assign(process.env, cloud.environment);
  const post = openMailing(documentClient(), settingsOf(cloud.outputs));
  await post.customers.put(janeRoe);
  let count = 0;

  /**
   * Gives a command at noon UTC of a day; `answer` is what is typed where it asks, and Ctrl-C once it has told
   * `stopAt`.
   */
  const on = async (day: string, args: readonly string[], answer?: string, stopAt?: string): Promise<Ran> => {
    const stop = new AbortController();
    const { signal } = stop;
    const { out, err, output } = keptOutput(undefined, {}, (told) => {
      if (stopAt !== undefined && told.includes(stopAt)) stop.abort();
    });
    const now = `${day}T12:00:00Z`;
    cloud.clock.set(now);
    const ask = answer === undefined ? undefined : () => Promise.resolve(answer);
    const status = await runCommandLine(args, { output, signal, now, ask });
    return { status, out: out.text, err: err.text };
  };

  return {
    cloud,
    folder,
    /** The folder of the synthesised application, which tests share. */
    assembly: assembly.folder,
    post,
    on,

    /** A new licence of customer C-1, by its id. */
    licence: async (plan: Plan, facts: Partial<Record<keyof Facts, unknown>> = {}): Promise<string> => {
      const licenceId = `L-${(count += 1)}`;
      await registerLicence(post.licences, { ...factsOf(plan, { licenceId }), ...facts } as Facts);
      return licenceId;
    },

    /** Has every step fail that reads a licence, until what it gives is called. */
    poison: async (licenceId: string): Promise<() => Promise<void>> => {
      const { version } = (await post.licences.load(licenceId)) ?? {};
      const setVersion = async (value: unknown): Promise<void> => {
        await documentClient().send(
          new UpdateCommand({
            TableName: cloud.outputs[outputs.licencesTable],
            Key: licenceKey(licenceId),
            UpdateExpression: 'SET version = :value',
            ExpressionAttributeValues: { ':value': value },
          }),
        );
      };
      await setVersion('none');
      return () => setVersion(version);
    },

    /** What happened to a licence, by the events' types. */
    journal: async (licenceId: string): Promise<Event['type'][]> =>
      (await post.licences.events(licenceId)).map(({ type }) => type),

    stop: async (): Promise<void> => {
      await cloud.stop();
      assembly.release();
      rmSync(folder, { recursive: true });
    },
  };
}

export type Operator = Awaited<ReturnType<typeof openOperator>>;
