import { expect, it } from 'vitest';
import { type Command, decide } from '../../../domain/decide.ts';
import type { Play } from './play.ts';

type Asked = Command extends infer C ? (C extends Command ? Omit<C, 'on'> : never) : never;

/**
 * What is asked for on 3 February 2026 of a licence, the code of the rejection, and its reason's key facts. The licence is
 * played in the test: what runs while tests are collected counts as static in a mutation test, and is run with every test.
 */
type Rejection = readonly [asked: Asked, play: () => Play, code: string | undefined, reason: RegExp];

/** What is rejected, with the reason in words and the code for whoever says it in the customer's language (docs/rules.md §14.2). */
export function rejects(cases: readonly Rejection[]): void {
  it.each(cases)('%j', (asked, played, code, reason) => {
    const play = played();
    play.until('2026-02-02').skipTo('2026-02-03');
    const command = { on: play.today, ...asked };
    const decision = decide(play.plan, play.licence, command, play.today, play.events);
    if (decision.outcome !== 'rejected') throw new Error(`${asked.activity} is ${decision.outcome}`);
    expect(decision.code).toBe(code);
    expect(decision.reason).toMatch(reason);
    expect(decision.events.at(-1)).toMatchObject({ type: 'ActivityRejected', activity: asked.activity });
  });
}
