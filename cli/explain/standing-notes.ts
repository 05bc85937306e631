import type { CivilDate } from '../../domain/calendar.ts';
import { payByOf } from '../../domain/receivables/owed.ts';
import { type Licence, openOrder } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** Why the runs omit some actions, or all, for a licence as it is now, and what would change that. */
export function standingNotes(plan: Plan, licence: Licence): readonly string[] {
  const { stoppedOn } = licence.correspondence;
  const stopped =
    stoppedOn === undefined ? [] : [`Reminders, offers and news have been stopped since ${stoppedOn}.`];
  return [...ofStanding(plan, licence), ...ofHold(licence), ...stopped];
}

function ofStanding(plan: Plan, licence: Licence): readonly string[] {
  const { standing, facts } = licence;
  switch (standing.status) {
    case 'active':
      return [...ofCancellation(standing.cancelledTo), ...ofOrder(licence)];
    case 'lapsed':
      return [
        `Maintenance lapsed on ${standing.lapsedOn}. To reinstate it, issue a quote: \`npx perennial quote ${facts.licenceId}\`.`,
      ];
    case 'deactivated':
      return [`The licence was deactivated on ${standing.deactivatedOn}. The runs have nothing more to do.`];
    case 'removed':
      return [`The licence was removed on ${standing.removedOn}. The runs have nothing more to do.`];
    case 'subscribed':
      return ['The runs have nothing to do: a subscription is covered until it is deactivated.'];
    case 'pending': {
      const command = plan.firstTerm.from === 'installedOn' ? 'install' : 'activate';
      return [
        `The first term starts with \`npx perennial ${command} ${facts.licenceId}\`. Until then the runs have nothing to do.`,
      ];
    }
  }
}

function ofHold({ hold, lastEventOn, invoices }: Licence): readonly string[] {
  if (hold === undefined || hold.until < lastEventOn || invoices.length === 0) return [];
  return [`Through ${hold.until}, a hold keeps back reminders to pay, voiding and lapsing as unpaid.`];
}

function ofCancellation(cancelledTo: CivilDate | undefined): readonly string[] {
  if (cancelledTo === undefined) return [];
  return [
    `Renewal is cancelled and cover ends on ${cancelledTo}. Unless renewal is resumed, no reminder of the end and no quote goes out.`,
  ];
}

function ofOrder(licence: Licence): readonly string[] {
  const order = openOrder(licence);
  if (order === undefined) return [];
  const { invoiceId } = order;
  const payBy = payByOf(licence, order);
  return [
    `Order ${invoiceId} can be paid until ${payBy}. Until then the end of the term does not lapse maintenance.`,
  ];
}
