import type { FoundSchedule, PipeWork, Subscription } from '../../client/inspection/inspection.ts';
import { failing, type Finding, passed, unknown } from './finding.ts';

/** Whether what is deployed is this checkout's version. */
export function checkVersion(own: string, deployed: string | undefined): Finding {
  const check = 'version';
  if (deployed === own) return passed(check, own);
  const remedy = 'deploy this checkout with `npx cdk deploy --all`, or check out the deployed version';
  return failing(check, `${deployed ?? 'none'} is deployed, this checkout has ${own}`, remedy);
}

/** Whether a plan, or the digest, has an enabled schedule. */
export function checkSchedule(name: string, schedules: readonly FoundSchedule[]): Finding {
  const check = `schedule ${name}`;
  const schedule = schedules.find((each) => each.name === name);
  if (schedule === undefined) {
    return failing(check, 'there is none', 'deploy with `npx cdk deploy --all`');
  }
  if (schedule.isEnabled) return passed(check, 'enabled');
  return failing(
    check,
    'disabled',
    `enable it in the console of EventBridge Scheduler, group ${schedule.group}`,
  );
}

/** Whether somebody gets the alarms. */
export function checkSubscriptions(subscriptions: readonly Subscription[]): Finding {
  const check = 'operators';
  const waiting = subscriptions.filter(({ isConfirmed }) => !isConfirmed).map(({ endpoint }) => endpoint);
  if (subscriptions.length === 0) {
    const remedy = 'list operators in perennial.config.ts and deploy';
    return failing(check, 'nobody is subscribed to alarms and digests', remedy);
  }
  if (waiting.length === 0) {
    return passed(check, `subscribed: ${subscriptions.map(({ endpoint }) => endpoint).join(', ')}`);
  }
  const remedy = 'follow the link in the e-mail from SNS; after three days, remove and add the address';
  return failing(check, `not confirmed: ${waiting.join(', ')}`, remedy);
}

/** Whether a queue of what could not be done is empty. */
export function checkQueue(name: string, messages: number): Finding {
  const check = `queue ${name}`;
  if (messages === 0) return passed(check, 'empty');
  return failing(check, `${messages} waiting`, 'see "Dead letters" in docs/runbook.md');
}

/** Whether the events of the journal get to the bus. */
export function checkJournal({ taken, failed }: PipeWork, days: number): Finding {
  const check = 'journal on the bus';
  if (failed > 0) {
    const remedy =
      'read the log /aws/vendedlogs/pipes/perennial-journal, then "Dead letters" in docs/runbook.md';
    return failing(check, `the pipe failed ${failed} times in ${days} days`, remedy);
  }
  if (taken > 0) return passed(check, `${taken} events in ${days} days, and no failure`);
  const remedy = 'register a licence with `npx perennial import`, wait some minutes and check again';
  return unknown(check, `nothing happened to a licence in ${days} days`, remedy);
}
