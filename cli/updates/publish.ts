import * as z from 'zod/mini';
import { whyNoUpdates } from '../../domain/updates/updates.ts';
import { versionSchema } from '../../domain/updates/version.ts';
import { confirm } from '../shell/ask.ts';
import { executionEnded } from '../../client/runs/execution-ended.ts';
import { failed, refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';

export interface PublishOptions {
  readonly plan: string;
  readonly product: string;
  readonly version: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const summarySchema = z.object({
  listed: z.int(),
  announced: z.object({
    entitled: z.int(),
    missed: z.int(),
    'not-on-list': z.int(),
    'announced-before': z.int(),
    'other-product': z.int(),
  }),
  failedCount: z.int(),
});

/** Starts the workflow that publishes an update, waits for it, and prints how many customers were e-mailed. */
export async function publish(
  at: Invocation,
  { plan: planId, product, version, ...options }: PublishOptions,
) {
  const { output, signal } = at;
  refuseUnknown(planId, product, version);
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  output.note(
    `This publishes ${product} ${version} and e-mails every customer of plan ${planId} on the announcement list.`,
  );
  await confirm(at, options);
  const { executionArn } = await deployment.operator.publishUpdate({ planId, product, version });
  output.note(`Started execution ${executionArn}.`);
  const execution = await executionEnded(executionArn, signal);
  if (execution.status !== 'SUCCEEDED') {
    throw failed(
      `The execution ended as ${execution.status}: ${execution.cause ?? execution.error ?? 'no cause was given'}. Remove the cause, then run the command again; it skips customers who were e-mailed.`,
    );
  }
  if (options.json === true) {
    output.json(execution.output);
    return;
  }
  const { listed, announced } = summarySchema.parse(execution.output);
  output.list([
    ['licences', String(listed)],
    ['e-mailed, entitled to the update', String(announced.entitled)],
    ['e-mailed, without cover', String(announced.missed)],
    ['not on the announcement list', String(announced['not-on-list'])],
    ['e-mailed before', String(announced['announced-before'])],
    ['of another product', String(announced['other-product'])],
  ]);
}

function refuseUnknown(planId: string, product: string, version: string): void {
  const refusal = whyNoUpdates(planNamed(planId), product);
  if (refusal !== undefined) throw refused(`--product ${product}: ${refusal}`);
  if (!versionSchema.safeParse(version).success) {
    throw refused(`--version ${version}: expected a version such as 16.3 or 2026-R2.`);
  }
}
