import type { Acting } from './acting.ts';
import { refusedFor } from './acting.ts';
import type { Did } from './did.ts';
import type { InputOf } from './inputs.ts';
import { onLicence } from './on-licence.ts';
import type { ActionResult } from './result.ts';

/** Asks for the password of a published update. The view of updates has it then, and a mail. */
export function requestPassword(
  acting: Acting<InputOf<'request-password'>>,
): Promise<ActionResult<Did['request-password']>> {
  const { licenceId, version } = acting.input;
  return onLicence(acting, {
    name: 'request-password',
    command: { activity: 'request-password', version },
    before: async ({ plan, licence }) => {
      const published = await acting.portal.updates.published(plan.id, licence.facts.product);
      if (published.some((update) => update.version === version)) return undefined;
      return refusedFor({ code: 'no-such-update', detail: `There is no update ${version}.` });
    },
    did: (events) => ({
      licenceId,
      version,
      isGiven: events.some(({ type }) => type === 'UpdatePasswordGiven'),
    }),
  });
}

/** Takes a licence off the list of those that updates are announced for, or puts it back. */
export function announcementsAction(name: 'leave-announcements' | 'join-announcements') {
  return (
    acting: Acting<InputOf<'leave-announcements'>>,
  ): Promise<ActionResult<Did['leave-announcements']>> => {
    const { licenceId } = acting.input;
    return onLicence(acting, {
      name,
      command: { activity: name },
      did: () => ({ licenceId }),
      isDoneBy: [name === 'leave-announcements' ? 'left-already' : 'on-the-list'],
    });
  };
}
