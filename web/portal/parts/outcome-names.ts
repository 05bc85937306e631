import { type ActionName, inputSchemas } from '../../../app/portal/actions/inputs.ts';

/** What came of an action, where it can be one of several things. */
const variants = [
  'already',
  'emergency-opened',
  'support-declined',
  'change-made',
  'password-refused',
  'modules-added-free',
  'quote-sent-again',
] as const;

/** What a page can say first, where the reader comes from an action. `already`: somebody else has done it before. */
export type OutcomeName = ActionName | (typeof variants)[number];

const outcomeNames: readonly string[] = [...Object.keys(inputSchemas), ...variants];

export function isOutcomeName(name: string): name is OutcomeName {
  return outcomeNames.includes(name);
}

/** Which of the customer's contacts is mailed about it; undefined where nobody is. */
export const mailedAbout: Partial<Readonly<Record<OutcomeName, 'technical' | 'billing'>>> = {
  'accept-quote': 'billing',
  'accept-change': 'billing',
  'add-modules': 'billing',
  'emergency-opened': 'billing',
  'request-quote': 'technical',
  'quote-sent-again': 'technical',
  'cancel-renewal': 'technical',
  'resume-renewal': 'technical',
  'request-change': 'technical',
  'change-made': 'technical',
  'modules-added-free': 'technical',
  'open-ticket': 'technical',
  'support-declined': 'technical',
  'grant-access': 'technical',
  'revoke-access': 'technical',
  'request-password': 'technical',
  'password-refused': 'technical',
};

/** What a page says of an outcome. */
export interface OutcomeWords {
  /** What has happened. */
  readonly what: string;
  /** Who is mailed, and what. */
  readonly mail?: (to: string) => string;
  /** What comes next. */
  readonly next?: string;
}
