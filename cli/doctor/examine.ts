import { inspect, type Inspection } from '../../client/inspection/inspection.ts';
import { Refusal } from '../../client/operator/errors.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { version } from '../../contracts/deployment/version.ts';
import { senderDomain } from '../../domain/plan/sender.ts';
import { plans } from '../../plans/index.ts';
import { connectionProblemIn } from '../../client/deployment/connection-problem.ts';
import { refused } from '../shell/ending.ts';
import { failing, type Finding, unknown } from './finding.ts';
import { checkJournal, checkQueue, checkSchedule, checkSubscriptions, checkVersion } from './operation.ts';
import { checkPortal } from './portal.ts';
import { checkAccount, checkRate, checkSender } from './sending.ts';
import { checkTestMail } from './test-mail.ts';

/** How far back the pipe of the journal is looked at. */
const daysOfJournal = 7;

/**
 * Checks a deployment, without changing it. Refuses where there is none, or no way to it.
 * @param now a UTC instant
 * @param sendsMails whether test mails are sent to SES's simulator
 */
export async function examine(now: string, sendsMails: boolean): Promise<readonly Finding[]> {
  const inspection = await inspect().catch((error: unknown) => {
    const problem = connectionProblemIn(error, process.env);
    throw problem === undefined ? error : refused(problem, { cause: error });
  });
  const findings = [
    Promise.resolve([checkVersion(version, inspection.outputs[outputs.version])]),
    ...senders(inspection, sendsMails),
    look(['SES account', 'SES quota'], async () => {
      const account = await inspection.account();
      return [
        checkAccount(account, inspection.outputs[outputs.mailsOnlyTo]),
        checkRate(account, Number(inspection.outputs[outputs.sendRate])),
      ];
    }),
    look(['schedules'], async () => {
      const schedules = await inspection.schedules();
      return [...plans.map(({ id }) => id), 'digest'].map((name) => checkSchedule(name, schedules));
    }),
    look(["customer's page"], async () => {
      const { address, answer } = await inspection.portal();
      return [checkPortal(address, answer)];
    }),
    look(['operators'], async () => [checkSubscriptions(await inspection.subscriptions())]),
    look(['queue Undelivered'], async () => [checkQueue('Undelivered', await inspection.undelivered())]),
    look(['queue Payments/Rejected'], async () => [
      checkQueue('Payments/Rejected', await inspection.rejectedPayments()),
    ]),
    look(['journal on the bus'], async () => [
      checkJournal(await inspection.journal(daysOfJournal, now), daysOfJournal),
    ]),
  ];
  return (await Promise.all(findings)).flat();
}

function senders(inspection: Inspection, sendsMails: boolean): readonly Promise<readonly Finding[]>[] {
  const planOfDomain = new Map(plans.map((plan) => [senderDomain(plan), plan.id]));
  return [...planOfDomain].flatMap(([domain, planId]) => {
    const mail = `test mail from ${domain}`;
    return [
      look([`sender ${domain}`], async () => [checkSender(domain, await inspection.identity(domain))]),
      ...(sendsMails ? [look([mail], async () => [await checkTestMail(inspection, mail, planId)])] : []),
    ];
  });
}

/** What cannot be looked up is unknown, and hides nothing else. */
async function look(
  checks: readonly string[],
  check: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Refusal && !error.message.includes('PerennialOperators')) {
      return checks.map((each) => failing(each, error.message, 'see "SES account" and "sender" above'));
    }
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const isDenied = /AccessDenied|NotAuthorized|AuthorizationError|PerennialOperators/.test(why);
    const remedy = isDenied
      ? 'attach the policy PerennialReadOnly to your role, or PerennialOperators for test mails'
      : 'check again; docs/operating.md names the place to look at by hand';
    return checks.map((each) => unknown(each, why, remedy));
  }
}
