import type { Command } from '../../domain/decide.ts';
import type { Invocation } from '../shell/invocation.ts';
import { dayOf } from '../licence/on-day.ts';
import type { Deployment, KnownLicence } from '../../client/deployment/deployment.ts';
import { carryOut, type CarriedOut } from './carry-out.ts';
import type { ChangeOptions } from './change-options.ts';

type WithoutDay<C> = C extends Command ? Omit<C, 'on'> : never;
export type Deed = WithoutDay<Command>;

/** Finds a licence and carries out what `deedOn` makes of it, on the day of the options. */
export async function onLicence(
  at: Invocation,
  licenceId: string,
  options: ChangeOptions,
  deedOn: (known: KnownLicence, deployment: Deployment) => Deed | Promise<Deed>,
): Promise<CarriedOut> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect();
  const known = await deployment.licence(licenceId);
  const deed = await deedOn(known, deployment);
  const command: Command = { ...deed, on: dayOf(known.plan, at, options.date) };
  return carryOut(at, deployment, known, command, options);
}
