import type { CivilDate } from '../../domain/calendar.ts';
import { noSuchLicence } from '../../client/deployment/deployment.ts';
import { asData, explanationOf } from '../../client/explaining/explanation.ts';
import type { Invocation } from '../shell/invocation.ts';
import { printExplanation } from './print-explanation.ts';

/** Prints what happened to a licence and why, and what will happen, as of now or the end of the day `named`. */
export async function explain(
  at: Invocation,
  given: string,
  named: CivilDate | undefined,
  asJson: boolean,
): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const licenceId = await deployment.idOf(given);
  const history = await deployment.history(licenceId);
  if (history === undefined) throw noSuchLicence(licenceId);
  const explanation = explanationOf(licenceId, history, at.now, named);
  if (asJson) at.output.json(asData(explanation));
  else printExplanation(at.output, explanation);
}
