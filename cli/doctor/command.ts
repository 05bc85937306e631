import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import type { DoctorOptions } from './doctor.ts';

const help = `
Examples:
  npx perennial doctor
  npx perennial doctor --no-mail --json

Checks, after a deployment and at any time: the version; each sender's identity, DKIM and MAIL FROM; sandbox, quota and rate
of SES; the schedules; the operators' subscriptions; the queues; whether the journal gets to the bus; and, by a mail to the
simulator of SES, whether mail goes out and feedback comes back. It changes nothing. Each line is one of:
  passed   it is as it should be
  failed   it is not, and the line below says what to do
  unknown  it could not be looked up

The test mails need the policy PerennialOperators; all else needs PerennialReadOnly.

Exit status: 0 nothing failed; 1 something failed; 2 there is no deployment to check.`;

/** `doctor`: whether a deployment works. */
export function doctorCommand(at: Invocation): Command {
  return new Command()
    .option('--no-mail', 'send no test mails')
    .option('--json', 'print a line of JSON for each check')
    .addHelpText('after', help)
    .action(async (options: DoctorOptions) => {
      const { examineDeployment } = await import('./doctor.ts');
      await examineDeployment(at, options);
    });
}
