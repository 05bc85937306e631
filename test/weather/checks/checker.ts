import { customerRules, erasureProblems } from './customers.ts';
import { coverRules } from './cover.ts';
import { documentRules, numberingProblems } from './numbers.ts';
import { journalRules } from './journal.ts';
import { mailRules } from './mails.ts';
import { moneyRules } from './money.ts';
import { keptPaymentProblems, requestRules, sharedPaymentProblems } from './requests.ts';
import { silentRules } from './silent-mails.ts';
import type { Judged, Rules } from './rule.ts';
import type { Violation } from './violation.ts';

const rules: Rules = {
  ...journalRules,
  ...coverRules,
  ...moneyRules,
  ...documentRules,
  ...mailRules,
  ...silentRules,
  ...requestRules,
  ...customerRules,
};

/** What must hold of all licences together. */
const wholeRules: Readonly<Record<string, (judged: Judged) => readonly string[]>> = {
  'documents are numbered without gaps and repetitions': ({ histories }) => numberingProblems(histories),
  'every report of SES is taken in the end': untakenReports,
  'a payment of a shared invoice is recorded in full, or turned away with a reason': sharedPaymentProblems,
  'of a payment as much is recorded as was booked': keptPaymentProblems,
  'nothing is left of a customer who was erased, and nothing goes to it': erasureProblems,
};

export function violationsIn(judged: Judged): readonly Violation[] {
  const ofLicences = judged.histories.flatMap((history) =>
    Object.entries(rules).flatMap(([rule, check]) =>
      foundBy(() => check(history, judged)).map((found) => ({ licenceId: history.licenceId, rule, found })),
    ),
  );
  const ofWholes = Object.entries(wholeRules).flatMap(([rule, check]) =>
    check(judged).map((found) => ({ licenceId: '-', rule, found })),
  );
  return [...ofLicences, ...ofWholes];
}

/** Reports that the function still leaves in its queue when the weather has long cleared. */
function untakenReports({ deployment }: Judged): readonly string[] {
  return deployment.deadLetters.flatMap(({ handler, event, why }) =>
    handler === 'mail-feedback' ? [`${why}: ${JSON.stringify(event)}`] : [],
  );
}

/** What a check finds. A history that is so broken that the check throws on it is a finding too. */
function foundBy(check: () => readonly string[]): readonly string[] {
  try {
    return check();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
