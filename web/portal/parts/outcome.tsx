import { type ActionName, inputSchemas } from '../../../app/portal/actions/inputs.ts';
import { allOf } from '../../../wording/text/lists.ts';
import type { Frame } from './frame.ts';
import { Note } from './pieces.tsx';

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

/** What has just happened, and who is mailed about it. */
export interface Outcome {
  readonly name: OutcomeName;
  /** Whether the same form was sent before. */
  readonly isRepeated: boolean;
  /** Addresses that get a mail; of a partner's customer they are not the partner's to see. */
  readonly mailed: readonly string[] | 'customer';
}

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

/** What has just happened, and what comes next. */
export function Done({ frame, outcome }: { readonly frame: Frame; readonly outcome: Outcome | undefined }) {
  if (outcome === undefined) return <></>;
  const { done } = frame.say;
  const { what, mail, next }: OutcomeWords = done.of[outcome.name];
  return (
    <Note tone="good">
      <p>
        <strong>{what}</strong>
      </p>
      {mail !== undefined && <p>{mailInWords(frame, mail, outcome.mailed)}</p>}
      {next !== undefined && <p>{next}</p>}
      {outcome.isRepeated && <p>{done.repeated}</p>}
    </Note>
  );
}

function mailInWords(
  { say: { done }, language }: Frame,
  mail: (to: string) => string,
  mailed: Outcome['mailed'],
): string {
  if (mailed === 'customer') return mail(done.yourCustomer);
  return mailed.length === 0 ? done.nobodyMailed : mail(allOf(language, mailed));
}
