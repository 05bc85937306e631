import type { Command } from '../../domain/decide.ts';
import type { Invocation } from '../shell/invocation.ts';
import { dayOf } from '../licence/on-day.ts';
import type { Deployment, LicenceView } from '../../client/deployment/deployment.ts';
import { applyCommand, type CarriedOut } from './apply-command.ts';
import type { ChangeOptions } from './change-options.ts';

type WithoutDay<C> = C extends Command ? Omit<C, 'on'> : never;
export type LicenceCommand = WithoutDay<Command>;

/** Finds a licence and applies the command that `commandFor` gives for it, on the day of the options. */
export async function onLicence(
  at: Invocation,
  licenceId: string,
  options: ChangeOptions,
  commandFor: (known: LicenceView, deployment: Deployment) => LicenceCommand | Promise<LicenceCommand>,
): Promise<CarriedOut> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect();
  const known = await deployment.licence(licenceId);
  const undated = await commandFor(known, deployment);
  const command: Command = { ...undated, on: dayOf(known.plan, at, options.date) };
  return applyCommand(at, deployment, known, command, options);
}
