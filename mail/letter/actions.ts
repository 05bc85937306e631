import type { About } from '../../wording/facts/about.ts';
import { licenceLabel } from '../../wording/phrases/pen.ts';
import type { Words } from '../words/index.ts';
import type { WayBack } from './cover-facts.ts';
import type { Action, Block } from './letter.ts';
import type { Pen } from './pen.ts';

type ActionName = Exclude<keyof Words['actions'], 'hint' | 'years'>;

/** The button for something that a customer does by mail. `id` is what the mail's subject names. */
export function action(pen: Pen, about: About, name: ActionName, id: string): Action {
  const { words } = pen;
  const { label, subject: subjectOf } = words.actions[name];
  const { email } = about.vendor;
  const subject = subjectOf(id);
  const { labels } = words;
  return {
    kind: 'action',
    label,
    to: email,
    subject,
    lines: [`${licenceLabel(pen, about)}: ${about.licenceId}`, `${labels.product}: ${about.product}`],
    hint: words.actions.hint({ email, subject }),
  };
}

/** The button that accepts a quote, for one of the numbers of years that it offers. */
export function acceptance(pen: Pen, about: About, quoteId: string, years: readonly number[]): Action {
  const accept = action(pen, about, 'acceptQuote', quoteId);
  return years.length > 1 ? { ...accept, lines: [...accept.lines, pen.words.actions.years(years)] } : accept;
}

/** The button that reinstates cover, if a mail does. */
export function returning(pen: Pen, about: About, wayBack: WayBack | undefined): readonly Block[] {
  switch (wayBack?.kind) {
    case 'quote':
      return [action(pen, about, 'acceptQuote', wayBack.quoteId)];
    case 'ask':
      return [action(pen, about, 'askForQuote', about.licenceId)];
    case 'order':
    case undefined:
      return [];
  }
}
