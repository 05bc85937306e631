import { daysAwaited } from '../../../app/digest/silent-mails.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import { kindNamed } from '../../../mail/kinds/index.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Rules } from './rule.ts';

/** A digest that went out. */
interface Sent {
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly lines: readonly string[];
  /** Whether it names all mails that it counts. */
  readonly isWhole: boolean;
}

const dayMilliseconds = 86_400_000;

/** What digests have to say about bills and notices that SES never reported on. */
export const silentRules: Rules = {
  'a bill or notice without any report of SES is listed once by a digest': (history, { deployment }) => {
    const digests = digestsOf(deployment);
    const last = Math.max(...digests.map(({ time }) => time));
    if (digests.some(({ isWhole }) => !isWhole)) return [];
    const known = new Set(
      deployment.feedback.reports.flatMap(({ mail, takenAt }) =>
        takenAt === undefined ? [] : [mail.tags['mail']],
      ),
    );
    return history.mails.flatMap(({ mailId, licenceId, kind, status, sentOn = '', attempts }) => {
      if (status !== 'sent' || !kindNamed(kind).isNotice) return [];
      const times = listed(digests, { licenceId, kind, sentOn });
      const alike = history.mails.filter((mail) => mail.kind === kind && mail.sentOn === sentOn).length;
      if (attempts === 1 && times > alike) return [`mail ${mailId} of ${sentOn} is listed ${times} times`];
      const acceptedAt = history.accepted.get(mailId)?.at(-1)?.at ?? Infinity;
      const isSilent = !known.has(mailId) && acceptedAt <= last - daysAwaited * dayMilliseconds;
      return isSilent && times === 0
        ? [`SES never reported on ${mailId} of ${sentOn}, and no digest says so`]
        : [];
    });
  },
};

function listed(
  digests: readonly Sent[],
  { licenceId, kind, sentOn }: { readonly licenceId: string; readonly kind: string; readonly sentOn: string },
): number {
  const isOf = (line: string) => {
    const cells = line.trim().split('  ');
    return line.startsWith('  ') && cells[0] === sentOn && cells[1] === licenceId && cells[3] === kind;
  };
  return digests.flatMap(({ lines }) => lines.filter(isOf)).length;
}

/** Those that were recorded as sent: one whose sender was cut off is followed by another that lists the same. */
function digestsOf(deployment: Deployment): readonly Sent[] {
  const recorded = new Set(
    deployment
      .table(outputs.runsTable)
      .partition('#digest')
      .flatMap((item) => (item['status'] === 'sent' ? [String(item['run'])] : [])),
  );
  const texts = new Map<string, string>();
  for (const input of deployment.messages) {
    const text = String((input as { readonly Message?: unknown }).Message);
    const [, time = ''] = /as of (\S+)\n/.exec(text) ?? [];
    if (recorded.has(time)) texts.set(time, text);
  }
  return [...texts].map(([time, text]) => {
    const lines = (text.split('\nBills and notices that SES took')[1] ?? '').split('\n');
    return { time: Date.parse(time), lines, isWhole: !lines.some((line) => line.startsWith('and ')) };
  });
}
