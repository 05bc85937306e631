import type { CivilDate } from '../../domain/calendar.ts';
import { type Licence, openOrder } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** Why some things do not happen to a licence as it stands, or nothing at all, and what would change that. */
export function standingNotes(plan: Plan, licence: Licence): readonly string[] {
  const { stoppedOn } = licence.correspondence;
  const stopped =
    stoppedOn === undefined ? [] : [`Reminders, offers and news are not mailed: stopped on ${stoppedOn}.`];
  return [...ofStanding(plan, licence), ...stopped];
}

function ofStanding(plan: Plan, licence: Licence): readonly string[] {
  const { standing, facts } = licence;
  switch (standing.status) {
    case 'active':
      return [...ofCancellation(standing.cancelledTo), ...ofOrder(licence)];
    case 'lapsed':
      return [
        `No run does anything more to the maintenance: it lapsed on ${standing.lapsedOn}. It is taken up again by a quote that is paid: \`npx perennial quote ${facts.licenceId}\`.`,
      ];
    case 'deactivated':
      return [
        `Nothing more will happen: the licence was deactivated on ${standing.deactivatedOn}, for good.`,
      ];
    case 'subscribed':
      return ['No run has anything to do: a subscription is covered until it is deactivated.'];
    case 'pending': {
      const command = plan.firstTerm.from === 'installedOn' ? 'install' : 'activate';
      return [
        `No run has anything to do: the first term waits for \`npx perennial ${command} ${facts.licenceId}\`.`,
      ];
    }
  }
}

function ofCancellation(cancelledTo: CivilDate | undefined): readonly string[] {
  if (cancelledTo === undefined) return [];
  return [
    `Renewal is cancelled to ${cancelledTo}: until it is resumed there is no reminder of the end and no quote.`,
  ];
}

function ofOrder(licence: Licence): readonly string[] {
  const order = openOrder(licence);
  if (order === undefined) return [];
  const { invoiceId, payBy } = order;
  return [`While order ${invoiceId} can be paid, until ${payBy}, the end of the term does not lapse it.`];
}
