import type { About } from '../../wording/facts/about.ts';
import { licenceLabel } from '../../wording/phrases/localiser.ts';
import type { Words } from '../words/index.ts';
import type { WayBack } from './cover-facts.ts';
import type { Action, Block } from './letter.ts';
import type { MailLocaliser } from './localiser.ts';

type ActionName = Exclude<keyof Words['actions'], 'hint' | 'years'>;

/** The button for something that a customer does by mail. `id` is what the mail's subject names. */
export function action(localiser: MailLocaliser, about: About, name: ActionName, id: string): Action {
  const { words } = localiser;
  const { label, subject: subjectOf } = words.actions[name];
  const { email } = about.vendor;
  const subject = subjectOf(id);
  const { labels } = words;
  return {
    kind: 'action',
    label,
    to: email,
    subject,
    lines: [`${licenceLabel(localiser, about)}: ${about.licenceId}`, `${labels.product}: ${about.product}`],
    hint: words.actions.hint({ email, subject }),
  };
}

/** The button that accepts a quote, for one of the numbers of years that it offers. */
export function acceptance(
  localiser: MailLocaliser,
  about: About,
  quoteId: string,
  years: readonly number[],
): Action {
  const accept = action(localiser, about, 'acceptQuote', quoteId);
  return years.length > 1
    ? { ...accept, lines: [...accept.lines, localiser.words.actions.years(years)] }
    : accept;
}

/** The button that reinstates cover, if a mail does. */
export function returning(
  localiser: MailLocaliser,
  about: About,
  wayBack: WayBack | undefined,
): readonly Block[] {
  switch (wayBack?.kind) {
    case 'quote':
      return [action(localiser, about, 'acceptQuote', wayBack.quoteId)];
    case 'ask':
      return [action(localiser, about, 'askForQuote', about.licenceId)];
    case 'order':
    case undefined:
      return [];
  }
}
