import { expect, test } from 'vitest';
import { Lapses } from '../../../app/digest/lapses.ts';
import { type Digest, subjectOf } from '../../../app/digest/text.ts';
import { civilDate } from '../../../domain/calendar.ts';

const day = civilDate('2026-05-20');

/** The digest of so many plans of each kind. */
function digestOf({ troubled = 0, missed = 0, open = 0 }): Digest {
  const run = { planId: 'p', today: day, execution: 'e', isExtra: false };
  const counts = { due: 999_999, done: 0, failed: 999_999, unknown: 0, held: 0 };
  const plan = { planId: 'p', day, failed: [], missed: [] };
  const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
  return {
    time: '2026-05-20T16:00:00Z',
    runs: [
      ...times(troubled, { ...plan, run: { ...run, counts, trouble: 'quota used up' } }),
      ...times(missed, { ...plan, missed: [day] }),
      ...times(open, { ...plan, run }),
    ],
    senders: [],
    lapses: new Lapses(),
    undelivered: [],
    silent: { named: [], count: 0, sent: 0 },
    waitingPayments: 0,
    daysAhead: 30,
    licences: new Map(),
    names: new Map(),
  };
}

test('a subject names everything that went wrong and has no more letters than SNS takes', () => {
  const subject = subjectOf(digestOf({ troubled: 1, missed: 12, open: 34 }));
  expect(subject).toMatch(/^Perennial 2026-05-20: 999999 licences failed, 12 .*, 34 .*, mails wait$/);
  expect(subject.length).toBeLessThanOrEqual(100);
});
