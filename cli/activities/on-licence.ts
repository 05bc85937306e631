import type { LicenceCommand } from '../../contracts/operator/commands.ts';
import type { Invocation } from '../shell/invocation.ts';
import type { Deployment, LicenceView } from '../../client/deployment/deployment.ts';
import { applyCommand, type CarriedOut } from './apply-command.ts';
import type { ChangeOptions } from './change-options.ts';

/** Finds a licence and applies the command that `commandFor` returns for it, dated today or as the options say. */
export async function onLicence(
  at: Invocation,
  licenceId: string,
  options: ChangeOptions,
  commandFor: (known: LicenceView, deployment: Deployment) => LicenceCommand | Promise<LicenceCommand>,
): Promise<CarriedOut> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const known = await deployment.licence(licenceId);
  const command = await commandFor(known, deployment);
  return applyCommand(at, deployment, known, command, options);
}
