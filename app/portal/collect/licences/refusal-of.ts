import { decide } from '../../../../domain/decide.ts';
import type { Decision } from '../../../../domain/licence/decision.ts';
import type { UndatedCommand } from '../../../commands/undated-command.ts';
import type { Refusal } from '../../refusal.ts';
import type { SeenLicence } from './seen-licence.ts';

/** What a command of today would come to. */
export function decisionOn(
  { plan, licence, journal, today }: SeenLicence,
  command: UndatedCommand,
): Decision {
  return decide(plan, licence, { ...command, on: today }, today, journal);
}

/** Why a command of today would be rejected; undefined where it would not. */
export function refusalOf(seen: SeenLicence, command: UndatedCommand): Refusal | undefined {
  return refusalIn(decisionOn(seen, command));
}

export function refusalIn(decision: Decision): Refusal | undefined {
  switch (decision.outcome) {
    case 'accepted':
      return undefined;
    case 'rejected':
      return { code: decision.code ?? 'other', detail: decision.reason };
    case 'refused':
      return { code: 'too-early', detail: decision.reason };
  }
}

export const notForPartners: Refusal = {
  code: 'not-for-partners',
  detail: 'A partner may not do this for its customer.',
};
