import type { CivilDate } from '../../domain/calendar.ts';
import { payByOf } from '../../domain/receivables/owed.ts';
import { type Licence, openOrder } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** A note on where a licence stands. */
export interface StandingNote {
  readonly text: string;
  /** What an operator can do about it. */
  readonly remedy?: 'request-quote' | 'install' | 'activate';
}

/** Why the runs omit some actions, or all, for a licence as it is now, and what would change that. */
export function standingNotes(plan: Plan, licence: Licence): readonly StandingNote[] {
  const { stoppedOn } = licence.correspondence;
  const stopped =
    stoppedOn === undefined
      ? []
      : [{ text: `Reminders, offers and news have been stopped since ${stoppedOn}.` }];
  return [...ofStanding(plan, licence), ...ofHold(licence), ...stopped];
}

function ofStanding(plan: Plan, licence: Licence): readonly StandingNote[] {
  const { standing } = licence;
  switch (standing.status) {
    case 'active':
      return [...ofCancellation(standing.cancelledTo), ...ofOrder(licence)];
    case 'lapsed':
      return [
        {
          text: `Maintenance lapsed on ${standing.lapsedOn}. To reinstate it, issue a quote.`,
          remedy: 'request-quote',
        },
      ];
    case 'deactivated':
      return [
        {
          text: `The licence was deactivated on ${standing.deactivatedOn}. The runs have nothing more to do.`,
        },
      ];
    case 'removed':
      return [
        { text: `The licence was removed on ${standing.removedOn}. The runs have nothing more to do.` },
      ];
    case 'subscribed':
      return [{ text: 'The runs have nothing to do: a subscription is covered until it is deactivated.' }];
    case 'pending': {
      const isInstalled = plan.firstTerm.from === 'installedOn';
      const start = isInstalled ? 'the software is installed' : 'the activation code is e-mailed';
      return [
        {
          text: `The first term starts when ${start}. Until then the runs have nothing to do.`,
          remedy: isInstalled ? 'install' : 'activate',
        },
      ];
    }
  }
}

function ofHold({ hold, lastEventOn, invoices }: Licence): readonly StandingNote[] {
  if (hold === undefined || hold.until < lastEventOn || invoices.length === 0) return [];
  return [
    { text: `Through ${hold.until}, a hold keeps back reminders to pay, voiding and lapsing as unpaid.` },
  ];
}

function ofCancellation(cancelledTo: CivilDate | undefined): readonly StandingNote[] {
  if (cancelledTo === undefined) return [];
  return [
    {
      text: `Renewal is cancelled and cover ends on ${cancelledTo}. Unless renewal is resumed, no reminder of the end and no quote goes out.`,
    },
  ];
}

function ofOrder(licence: Licence): readonly StandingNote[] {
  const order = openOrder(licence);
  if (order === undefined) return [];
  const { invoiceId } = order;
  const payBy = payByOf(licence, order);
  return [
    {
      text: `Order ${invoiceId} can be paid until ${payBy}. Until then the end of the term does not lapse maintenance.`,
    },
  ];
}
