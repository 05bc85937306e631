import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instant } from '../../../domain/time/instant.ts';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { smartertoolsMaintenance as plan } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

const ticket = {
  activity: 'open-ticket',
  at: instant('2026-03-03T10:00:00-07:00'),
  emergency: false,
} as const;
const covered = () => new Play(plan, { purchasedOn: '2025-06-20' });
const reasonOf = (play: Play) => play.events.at(-1)?.because;

it('is opened on the day in the plan’s time zone only', () => {
  const late = { ...ticket, at: instant('2026-03-04T05:00:00Z') };
  expect(covered().does('2026-03-03', late).licence.tickets).toHaveLength(1);
  const play = covered().does('2026-03-04', late);
  expect(play.licence.tickets).toEqual([]);
  expect(reasonOf(play)).toBe('2026-03-04T05:00:00Z is on 2026-03-03 in America/Phoenix, not on 2026-03-04');
});

it('is refused where the plan says nothing of support', () => {
  const play = new Play(videoSma, { purchasedOn: '2025-06-20' }).does('2026-03-03', ticket);
  expect(reasonOf(play)).toBe('the plan video-sma handles no support tickets');
});

it('cannot be closed twice, and one that never was cannot be closed at all', () => {
  const play = covered().does('2026-03-03', ticket);
  play.does('2026-03-04', { activity: 'close-ticket', ticketId: 'L-1-T1' });
  play.does('2026-03-05', { activity: 'close-ticket', ticketId: 'L-1-T1' });
  expect(reasonOf(play)).toBe('ticket L-1-T1 is closed');
  play.does('2026-03-05', { activity: 'close-ticket', ticketId: 'L-1-T2' });
  expect(reasonOf(play)).toBe('licence L-1 has no ticket L-1-T2');
});

it('takes no second grant while one holds, and no revocation where none does', () => {
  const play = covered().does('2026-03-03', ticket);
  play.does('2026-03-04', { activity: 'revoke-access', ticketId: 'L-1-T1' });
  expect(reasonOf(play)).toBe('no remote access was granted for ticket L-1-T1');
  play.does('2026-03-04', { activity: 'grant-access', ticketId: 'L-1-T1' });
  play.does('2026-03-05', { activity: 'grant-access', ticketId: 'L-1-T1' });
  expect(reasonOf(play)).toBe('remote access for ticket L-1-T1 is granted already');
});

it('bears the tax of the customer’s country on what it costs', () => {
  const taxing: Plan = { ...plan, taxByCountry: { DE: 19 } };
  const play = new Play(taxing, { purchasedOn: '2025-06-20', country: 'DE' });
  play.does('2026-03-03', { ...ticket, emergency: true });
  expect(play.events.at(-1)).toMatchObject({
    price: { net: { amount: 299_00 }, taxPercent: 19, tax: { amount: 56_81 }, total: { amount: 355_81 } },
  });
});

it('is not opened by a plan whose support rests on a benefit that it does not have', () => {
  const support = { ...plan.support, benefit: 'help' } as Plan['support'];
  expect(() => checkPlan({ ...plan, support })).toThrow(
    /support, updates and changes rest on benefits of the plan/,
  );
});

it('lets remote access be used just while it is granted and not revoked and its ticket is open', () => {
  const command = fc.record({
    activity: fc.constantFrom('open-ticket', 'close-ticket', 'grant-access', 'revoke-access', 'use-access'),
    ticket: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const play = covered();
      const [open, granted] = [new Set<string>(), new Set<string>()];
      let opened = 0;
      for (const { activity, ticket: n } of commands) {
        const ticketId = `L-1-T${n}`;
        const isUsable = granted.has(ticketId);
        if (activity === 'open-ticket') {
          play.does('2026-03-03', ticket);
          open.add(`L-1-T${(opened += 1)}`);
          continue;
        }
        play.does('2026-03-03', { activity, ticketId });
        if (activity === 'grant-access' && open.has(ticketId)) granted.add(ticketId);
        if (activity === 'revoke-access') granted.delete(ticketId);
        if (activity === 'close-ticket') [open, granted].forEach((set) => set.delete(ticketId));
        if (activity === 'use-access')
          expect(play.events.at(-1)?.type).toBe(isUsable ? 'RemoteAccessUsed' : 'ActivityRejected');
      }
      expect(play.licence.tickets.map(({ ticketId }) => ticketId)).toEqual([...open]);
    }),
  );
});
