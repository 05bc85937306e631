import { correctionActivities } from '../../../domain/corrections/events.ts';
import { receivableActivities } from '../../../domain/receivables/events.ts';
import type { Activity } from '../../../domain/licence/events.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { versionSchema } from '../../../domain/updates/version.ts';
import { readEdition, readMigration, readNewModules } from './change-detail.ts';
import {
  readAcceptance,
  readAlignment,
  readCorrection,
  readReason,
  readTransfer,
} from './correction-detail.ts';
import type { ReadDetail } from './detail.ts';
import {
  readCredit,
  readHold,
  readNote,
  readPayment,
  readRefund,
  readReissue,
  readReversal,
} from './receivables-detail.ts';
import { readTicket } from './ticket-detail.ts';

/** The activities that activity.csv may name. */
export const bookActivities = [
  'payment',
  'request-quote',
  'accept-quote',
  'cancel',
  'resume',
  'activate',
  'install',
  'deactivate',
  'open-ticket',
  'close-ticket',
  'grant-access',
  'revoke-access',
  'use-access',
  'request-password',
  'leave-announcements',
  'join-announcements',
  'ask-term',
  'request-change',
  'accept-change',
  'add-modules',
  'request-migration',
  ...correctionActivities,
  'decline-quote',
  'align',
  ...receivableActivities,
] as const satisfies readonly Activity[];
type BookActivityName = (typeof bookActivities)[number];

/** Reads the detail of an activity on a licence of `plan`: its forms are those of `Command` in domain/decide.ts. */
export function readDetail(activity: BookActivityName, detail: string, plan: Plan): ReadDetail {
  switch (activity) {
    case 'payment':
      return readPayment(detail, plan.currency);
    case 'accept-quote':
      return readAcceptance(detail);
    case 'correct':
      return readCorrection(detail, plan);
    case 'remove':
    case 'decline-quote':
      return readReason(activity, detail);
    case 'transfer':
      return readTransfer(detail);
    case 'align':
      return readAlignment(detail);
    case 'open-ticket':
      return readTicket(detail, plan.timeZone);
    case 'close-ticket':
    case 'grant-access':
    case 'revoke-access':
    case 'use-access':
      return /^\S+$/.test(detail)
        ? { ok: true, does: () => ({ activity, ticketId: detail }) }
        : { ok: false, expected: 'the id of a ticket such as L-1001-T1' };
    case 'request-password':
      return readVersion(detail);
    case 'request-change':
      return readEdition(detail, plan);
    case 'add-modules':
      return readNewModules(detail, plan);
    case 'request-migration':
      return readMigration(detail, plan);
    case 'reverse-payment':
      return readReversal(detail);
    case 'credit-invoice':
      return readCredit(detail, plan.currency);
    case 'reissue-invoice':
      return readReissue(detail);
    case 'refund':
      return readRefund(detail, plan.currency);
    case 'hold':
      return readHold(detail);
    case 'note':
      return readNote(detail);
    case 'release':
    case 'request-quote':
    case 'accept-change':
    case 'cancel':
    case 'resume':
    case 'activate':
    case 'install':
    case 'deactivate':
    case 'leave-announcements':
    case 'join-announcements':
    case 'ask-term':
      return detail === ''
        ? { ok: true, does: () => ({ activity }) }
        : { ok: false, expected: `nothing with ${activity}` };
  }
}

function readVersion(detail: string): ReadDetail {
  const version = versionSchema.safeParse(detail);
  return version.success
    ? { ok: true, does: () => ({ activity: 'request-password', version: version.data }) }
    : { ok: false, expected: 'a version such as 16.3 or 2026-R2' };
}
