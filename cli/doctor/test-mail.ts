import { setTimeout as pause } from 'node:timers/promises';
import type { Inspection } from '../../client/inspection/inspection.ts';
import { failing, type Finding, passed } from './finding.ts';

const longestWaitSeconds = 60;

/** Sends a mail from a plan's sender to SES's simulator and waits for the feedback on it, for a minute at the most. */
export async function checkTestMail(
  inspection: Pick<Inspection, 'sendTestMail' | 'isDelivered'>,
  check: string,
  planId: string,
): Promise<Finding> {
  const mailId = await inspection.sendTestMail(planId);
  for (let seconds = 0; seconds < longestWaitSeconds; seconds += 1) {
    if (await inspection.isDelivered(mailId)) return passed(check, `delivered; feedback after ${seconds} s`);
    await pause(1000);
  }
  const remedy =
    'check the event destination of the configuration set, the rule of the default bus, and the log of function MailFeedback';
  return failing(check, `sent, but no feedback came within ${longestWaitSeconds} s`, remedy);
}
