import { type LicenceCommand, licenceCommandSchema } from '../../../../contracts/operator/commands.ts';
import { laterOf } from '../../../../domain/calendar.ts';
import { termsIn } from '../../../../domain/customer/terms.ts';
import { type Command, decide } from '../../../../domain/decide.ts';
import type { About, Action } from './action.ts';
import { allActions } from './all-actions.ts';

/** An action, and why it does not apply to a licence; unset where it does. */
export interface Applicable {
  readonly activity: LicenceCommand['activity'];
  readonly action: Action;
  readonly whyNot?: string | undefined;
}

/** Every action, and whether it applies to the licence as it is. */
export function applicableTo(about: About): readonly Applicable[] {
  return allActions.map(([activity, action]) => ({
    activity,
    action,
    whyNot: whyNot(about, activity, action),
  }));
}

/** Why an action does not apply, by the rules of the domain; undefined where it does. */
function whyNot(about: About, activity: LicenceCommand['activity'], { trial }: Action): string | undefined {
  if (about.licence.standing.status === 'removed') return 'the licence was removed';
  const tried = trial === undefined ? plainCommand(activity) : trial(about);
  if (tried === undefined) return undefined;
  if (typeof tried === 'string') return tried;
  const { plan, licence, journal, today } = about;
  const decision = decide(plan, licence, dated(tried, about), laterOf(today, licence.lastEventOn), journal);
  if (decision.outcome !== 'accepted') return decision.reason;
  return decision.events.length === 0 ? 'this is already the case' : undefined;
}

/** The command of an activity that says no more than its name; undefined for others. */
function plainCommand(activity: LicenceCommand['activity']): LicenceCommand | undefined {
  return licenceCommandSchema.safeParse({ activity }).data;
}

/** A transfer needs what the new customer would bring: here what the licence has. */
function dated(command: LicenceCommand, { licence, today }: About): Command {
  const on = laterOf(today, licence.lastEventOn);
  return command.activity === 'transfer'
    ? { ...command, on, terms: termsIn(licence.facts) }
    : { ...command, on };
}
