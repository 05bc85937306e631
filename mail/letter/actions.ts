import type { Matter } from '../../contracts/portal/paths.ts';
import type { About } from '../../wording/facts/about.ts';
import { licenceLabel } from '../../wording/phrases/localiser.ts';
import type { Words } from '../words/index.ts';
import type { WayBack } from './cover-facts.ts';
import type { Action, Block, PageButton } from './letter.ts';
import type { MailLocaliser } from './localiser.ts';
import { type Page, pageButton } from './page.ts';

type ActionName = Exclude<keyof Words['actions'], 'hint' | 'years' | 'orReply'>;

/** The page on which a customer does the same; `id` as in the subject. Some are read before anything is done. */
const pages: Readonly<
  Record<
    ActionName,
    (id: string, licenceId: string) => { readonly matter: Matter; readonly label?: Page['label'] }
  >
> = {
  acceptQuote: (number) => ({ matter: { page: 'quote', number } }),
  askForQuote: (_, licenceId) => ({ matter: { page: 'asking', licenceId } }),
  cancelRenewal: (_, licenceId) => ({ matter: { page: 'cancelling', licenceId } }),
  withdrawCancellation: (_, licenceId) => ({ matter: { page: 'resuming', licenceId } }),
  askAboutInvoice: (number) => ({ matter: { page: 'invoice', number }, label: 'invoice' }),
  addToTicket: (_, licenceId) => ({ matter: { page: 'support', licenceId }, label: 'ticket' }),
  revokeAccess: (_, licenceId) => ({ matter: { page: 'support', licenceId } }),
  askForPassword: (_, licenceId) => ({ matter: { page: 'updates', licenceId } }),
  leaveList: (_, licenceId) => ({ matter: { page: 'updates', licenceId } }),
  joinList: (_, licenceId) => ({ matter: { page: 'updates', licenceId } }),
};

/**
 * The button for something that a customer does: on its page or, where mails lead to no page, by mail. `id` is what the
 * mail's subject names.
 */
export function action(
  localiser: MailLocaliser,
  about: About,
  name: ActionName,
  id: string,
): Action | PageButton {
  const { words, linkTo } = localiser;
  const { label, subject: subjectOf } = words.actions[name];
  if (linkTo !== undefined) {
    const page = pages[name](id, about.licenceId);
    const text = page.label === undefined ? label : words.pages[page.label];
    return pageButton(linkTo, page.matter, text, words.actions.orReply);
  }
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
): Action | PageButton {
  const accept = action(localiser, about, 'acceptQuote', quoteId);
  return accept.kind === 'action' && years.length > 1
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
