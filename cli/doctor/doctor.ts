import { failed } from '../shell/ending.ts';
import { countOf } from '../../client/words/count-of.ts';
import type { Invocation } from '../shell/invocation.ts';
import { examine } from './examine.ts';

export interface DoctorOptions {
  /** Whether test mails are sent. */
  readonly mail: boolean;
  readonly json?: boolean;
}

/** Prints what each check of the deployment found, and what to do. Throws an `Ending` where one failed. */
export async function examineDeployment(
  { output, now }: Invocation,
  { mail, json = false }: DoctorOptions,
): Promise<void> {
  const findings = await examine(now, mail);
  if (json) for (const finding of findings) output.jsonLine(finding);
  else {
    for (const { result, check, found, remedy } of findings) {
      output.print(`${result.padEnd(8)} ${check}: ${found}`);
      if (remedy !== undefined) output.print(`         To do: ${remedy}.`);
    }
  }
  const count = findings.filter(({ result }) => result === 'failed').length;
  if (count > 0) throw failed(`${count} of ${countOf(findings.length, 'check', 'checks')} failed`);
}
