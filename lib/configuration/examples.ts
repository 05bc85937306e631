import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Configuration } from './configuration.ts';

/** Nobody owns a domain that ends so (RFC 2606): mail from it is refused, and mail to it is lost. */
const example = '.example';

/** Warns of the senders and operators of the repository where a deployment may mail customers. */
export function warnOfExamples(
  scope: IConstruct,
  plans: readonly Plan[],
  { operators, mailsOnlyTo }: Configuration,
): void {
  if (mailsOnlyTo !== undefined) return;
  const senders = plans.filter(({ vendor }) => vendor.email.endsWith(example));
  if (senders.length > 0) {
    const named = senders.map(({ id, vendor }) => `${vendor.email} (plans/${id}.ts)`).join(', ');
    warn(
      scope,
      'ExampleSenders',
      `these plans send from example addresses, which SES cannot verify: ${named}`,
    );
  }
  const readers = operators.filter((operator) => operator.endsWith(example));
  if (readers.length > 0) {
    const named = readers.join(', ');
    warn(scope, 'ExampleOperators', `operators in perennial.config.ts: nobody reads alarms sent to ${named}`);
  }
}

function warn(scope: IConstruct, id: string, message: string): void {
  Annotations.of(scope).addWarningV2(
    `perennial:${id}`,
    `${message}. Replace them before you deploy to production, or deploy with -c stage=dev.`,
  );
}
