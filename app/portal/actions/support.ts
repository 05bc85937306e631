import type { LicenceCommand } from '../../../contracts/operator/commands.ts';
import { benefitOn } from '../../../domain/cover/entitlements.ts';
import { instant } from '../../../domain/time/instant.ts';
import { notForPartners } from '../collect/licences/refusal-of.ts';
import type { SeenLicence } from '../collect/licences/seen-licence.ts';
import type { RefusalCode } from '../refusal.ts';
import { type Acting, invoiceIn, numberIssued, refusedFor } from './acting.ts';
import type { Did } from './did.ts';
import type { InputOf } from './inputs.ts';
import { onLicence } from './on-licence.ts';
import type { ActionResult } from './result.ts';

/** Opens a ticket. A partner opens free ones only: what costs something is its customer's to ask for. */
export function openTicket(
  acting: Acting<InputOf<'open-ticket'>>,
): Promise<ActionResult<Did['open-ticket']>> {
  const { licenceId, emergency } = acting.input;
  return onLicence<Did['open-ticket']>(acting, {
    name: 'open-ticket',
    command: (seen) => ticketCommand(acting, seen),
    before: (seen) =>
      seen.rights === 'own' || isFree(seen, emergency) ? undefined : refusedFor(notForPartners),
    did: async (events) => {
      const opened = events.find((event) => event.type === 'TicketOpened');
      if (opened !== undefined) {
        const invoice = await numberIssued(acting, licenceId, invoiceIn(events));
        return { licenceId, ticketId: opened.ticketId, invoice };
      }
      const offered = events.find((event) => event.type === 'QuoteIssued' || event.type === 'QuoteResent');
      return { licenceId, declined: true, quote: await numberIssued(acting, licenceId, offered?.quoteId) };
    },
  });
}

/** The latest version counts where the one in use is named. */
async function ticketCommand(
  { portal, visit, input: { emergency, installed } }: Acting<InputOf<'open-ticket'>>,
  { plan, licence }: SeenLicence,
): Promise<LicenceCommand> {
  const at = instant(new Date(visit.now).toISOString());
  if (installed === undefined) return { activity: 'open-ticket', emergency, at };
  const latest = (await portal.updates.published(plan.id, licence.facts.product)).at(-1)?.version;
  const versions = latest === undefined ? undefined : { installed, latest };
  return { activity: 'open-ticket', emergency, at, versions };
}

function isFree({ plan, licence, today }: SeenLicence, emergency: boolean): boolean {
  if (emergency || plan.support === null) return !emergency;
  const { answer } = benefitOn(plan, licence, plan.support.benefit, today);
  return typeof answer === 'string';
}

type OfTicket = InputOf<'close-ticket'>;

/** What is done about an open ticket. */
export function ticketAction(name: 'close-ticket' | 'grant-access' | 'revoke-access') {
  return (acting: Acting<OfTicket>): Promise<ActionResult<OfTicket>> => {
    const { licenceId, ticketId } = acting.input;
    return onLicence(acting, {
      name,
      command: { activity: name, ticketId },
      did: () => ({ licenceId, ticketId }),
      isDoneBy: doneBy[name],
    });
  };
}

const doneBy: Readonly<Record<'close-ticket' | 'grant-access' | 'revoke-access', readonly RefusalCode[]>> = {
  'close-ticket': [],
  'grant-access': ['access-granted-already'],
  'revoke-access': [],
};
