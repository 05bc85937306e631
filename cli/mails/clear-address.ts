import type { ChangeOptions } from '../activities/change-options.ts';
import { printEvents } from '../activities/print-events.ts';
import { confirm } from '../shell/ask.ts';
import type { Invocation } from '../shell/invocation.ts';

/** Asks, and records that an address that sent mail back takes mail again. */
export async function clearAddress(
  at: Invocation,
  named: string,
  address: string,
  options: Pick<ChangeOptions, 'yes' | 'json'>,
): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const { customer, licence } = await deployment.licence(named);
  const { licenceId } = licence.facts;
  at.output.note(
    `This clears ${address}: mails for customer ${customer.customerId} go there again. A held mail is sent by \`npx perennial mails send\`.`,
  );
  await confirm(at, options);
  const { events } = await deployment.operator.clearAddress({ licenceId, address });
  if (options.json === true) at.output.json({ licenceId, events });
  else for (const line of printEvents(events)) at.output.print(line);
}
