import { expect, test } from 'vitest';
import { netjapanMaintenance as plan } from '../../../plans/netjapan-maintenance.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { decide } from '../../../domain/decide.ts';
import { evolve } from '../../../domain/evolve.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import { register } from '../../../domain/licence/register.ts';
import { factsOf } from '../../support/application/play.ts';

const on = civilDate('2026-03-01');
const stop = { on, activity: 'stop-mails', by: 'unsubscribe', scope: 'licence' } as const;
const resume = { on, activity: 'resume-mails', scope: 'licence' } as const;

const registered = () =>
  register(plan, factsOf(plan, { coverEnds: '2026-12-31' })).reduce<Licence | undefined>(evolve, undefined);

function after(...commands: readonly (typeof stop | typeof resume)[]) {
  let licence = registered();
  const types: string[] = [];
  for (const command of commands) {
    if (licence === undefined) throw new Error('not registered');
    const { events } = decide(plan, licence, command, command.on);
    types.push(...events.map((event) => event.type));
    licence = events.reduce(evolve, licence);
  }
  return { types, correspondence: licence?.correspondence };
}

test('reminders, offers and news are stopped once, however often it is asked', () => {
  expect(after(stop, stop)).toEqual({ types: ['MailsStopped'], correspondence: { stoppedOn: on } });
});

test('stopping can be taken back, and done again', () => {
  expect(after(stop, resume)).toEqual({ types: ['MailsStopped', 'MailsResumed'], correspondence: {} });
  expect(after(stop, resume, resume, stop).types).toEqual(['MailsStopped', 'MailsResumed', 'MailsStopped']);
});

test('nothing is resumed that was not stopped', () => {
  expect(after(resume).types).toEqual([]);
});
