import type { AcceptedMail } from '../services/ses.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { hasOwnMail } from '../../../domain/licence/sharing.ts';
import { mailKindsOf } from '../../../mail/kinds/index.ts';
import { isErased, type LicenceHistory } from './history.ts';
import { type Judged, repeated, type Rules } from './rule.ts';

/** For so long at least a sender waits for feedback: an hour from the start of its call, which took minutes at the most. */
const windowMilliseconds = 3_300_000;
const isDoubt = /may have gone out/;

/** Every mail that the journal calls for goes out once, or does not for a reason that the journal has. */
export const mailRules: Rules = {
  'every mail that is called for is settled': ({ events, mails, stored }) => {
    const journal = events.map(({ event }) => event);
    const called = events.filter(
      ({ event, version }, index) =>
        hasOwnMail(event, version) && mailKindsOf(event, journal.slice(index + 1)).length > 0,
    );
    const missing = called.filter(({ version }) => !mails.some((mail) => mail.version === version));
    const isOpen = (status: string) => status === 'pending' || status === 'sending' || status === 'unknown';
    const open = stored.parked === undefined ? mails.filter(({ status }) => isOpen(status)) : [];
    return [
      ...missing.map(({ version, event }) => `event ${version} ${event.type} has no mail`),
      ...open.map(({ mailId, status }) => `mail ${mailId} is ${status}`),
    ];
  },
  'a mail that is held or skipped says why': (history) =>
    (isErased(history) ? [] : history.mails)
      .filter(({ status, reason = '' }) => (status === 'held' || status === 'skipped') && reason === '')
      .map(({ mailId, status }) => `mail ${mailId} is ${status} without a reason`),
  'a sent mail was accepted by SES': ({ mails, accepted }) =>
    mails
      .filter(({ mailId, status }) => status === 'sent' && !accepted.has(mailId))
      .map(({ mailId }) => `mail ${mailId} counts as sent and SES never had it`),
  'a mail that SES accepted is known': ({ mails, accepted }, { deployment }) =>
    mails.flatMap(({ mailId, status, reason = '' }) => {
      // What came back for good is called for again, and may be skipped then; so is what may have gone out.
      const isOut = !(accepted.get(mailId) ?? []).every(isReturned(deployment));
      return status === 'skipped' && isOut && !isDoubt.test(reason)
        ? [`mail ${mailId} went out and counts as skipped`]
        : [];
    }),
  'a mail is sent once, or again for a reason that the journal has': ({ mails, events, accepted }) =>
    mails.flatMap(({ mailId }) => {
      const times = accepted.get(mailId)?.length ?? 0;
      const reasons = events.filter(
        ({ event }) => event.type === 'MailSentAgain' && event.mailId === mailId,
      ).length;
      return times > 1 + reasons ? [`mail ${mailId} went out ${times} times, for ${reasons} reasons`] : [];
    }),
  'an attempt is sent once': ({ mails, accepted }) =>
    mails.flatMap(({ mailId }) => {
      const attempts = (accepted.get(mailId) ?? []).map(({ tags }) => tags['attempt'] ?? '');
      return repeated(attempts).map(
        (attempt) => `attempt ${attempt} of mail ${mailId} was sent more than once`,
      );
    }),
  'a mail that came back for good is not taken for delivered': ({ mails, accepted }) =>
    mails.flatMap(({ mailId, status, bouncedAttempt = 0 }) => {
      const attempts = (accepted.get(mailId) ?? []).map(({ tags }) => Number(tags['attempt']));
      const isBack =
        bouncedAttempt > 0 && status === 'sent' && !attempts.some((each) => each > bouncedAttempt);
      return isBack ? [`mail ${mailId} counts as sent, and attempt ${bouncedAttempt} came back`] : [];
    }),
  'a mail goes out again only where no feedback came in time': (history, judged) =>
    history.mails.flatMap(({ mailId }) => repetitions(history, judged, mailId)),
  'a mail is held in doubt only where no feedback came in time': (history, judged) =>
    history.events.flatMap(({ event }) =>
      event.type === 'MailHeld' && isDoubt.test(event.because) ? heldTooSoon(history, judged, event) : [],
    ),
  'a mail counts as sent by an attempt that has not come back': ({ mails, accepted }, { deployment }) =>
    mails.flatMap(({ mailId, status }) => {
      const attempts = accepted.get(mailId) ?? [];
      const isBack = status === 'sent' && attempts.length > 0 && attempts.every(isReturned(deployment));
      return isBack ? [`mail ${mailId} counts as sent, and every attempt at it came back for good`] : [];
    }),
  'a mail is in doubt only where its sender was cut off': ({ events }, { deployment }) =>
    events.flatMap(({ event }) => {
      if (event.type !== 'MailSentAgain' && event.type !== 'MailHeld') return [];
      if (!isDoubt.test(event.because) || deployment.sky.cutOff.has(event.mailId)) return [];
      return [`mail ${event.mailId} is in doubt since ${event.date}, and every answer of SES arrived`];
    }),
};

/** The times that a mail went out although feedback had said in time that SES has it. */
function repetitions(
  { accepted, events }: LicenceHistory,
  { deployment }: Judged,
  mailId: string,
): readonly string[] {
  const times = accepted.get(mailId) ?? [];
  const isCalledBack = events.some(
    ({ event }) => event.type === 'MailSentAgain' && event.mailId === mailId && !isDoubt.test(event.because),
  );
  if (isCalledBack) return [];
  return times.slice(1).flatMap((again, index) => {
    const before = times[index];
    const known = before === undefined ? undefined : firstKnown(before, deployment);
    return before !== undefined && known !== undefined && known < before.at + windowMilliseconds
      ? [`mail ${mailId} went out again at ${new Date(again.at).toISOString()}, and feedback was on its way`]
      : [];
  });
}

/** That feedback on the last attempt before a mail was held had said in time that SES has it. */
function heldTooSoon(
  { accepted, events, mails }: LicenceHistory,
  { deployment, asked }: Judged,
  held: Extract<Event, { type: 'MailHeld' }>,
): readonly string[] {
  const { mailId, date } = held;
  // An operator's own send is another attempt, maybe on the same day.
  const isSentByHand = asked.some(({ operation }) => {
    return operation.kind === 'send-mail' && operation.mailId === mailId;
  });
  const later = events.findLast(({ event }) => 'mailId' in event && event.mailId === mailId);
  if (isSentByHand || later?.event !== held) return [];
  const attempts = mails.find((mail) => mail.mailId === mailId)?.attempts;
  const last = accepted.get(mailId)?.find(({ tags }) => Number(tags['attempt']) === attempts);
  const known = last && firstKnown(last, deployment);
  return last !== undefined && known !== undefined && known < last.at + windowMilliseconds
    ? [`mail ${mailId} is held in doubt since ${date}, and feedback was on its way`]
    : [];
}

/** Whether a function has taken SES's report that an attempt came back for good. */
function isReturned({ feedback }: Judged['deployment']): (mail: AcceptedMail) => boolean {
  return (mail) =>
    feedback.reports.some((report) => {
      return report.mail === mail && report.isReturn && report.takenAt !== undefined;
    });
}

function firstKnown(mail: AcceptedMail, { feedback }: Judged['deployment']): number | undefined {
  const taken = feedback.reports.flatMap((report) =>
    report.mail === mail && report.takenAt !== undefined ? [report.takenAt] : [],
  );
  return taken.length === 0 ? undefined : Math.min(...taken);
}
