import type { About } from '../../wording/facts/about.ts';
import { licenceLabel } from '../../wording/phrases/localiser.ts';
import type { Writing } from '../kinds/kind.ts';
import { type Block, facts, type Letter, text } from './letter.ts';
import { type Page, pageButton } from './page.ts';
import type { MailLocaliser } from './localiser.ts';

interface Footer {
  /** The partner who gets a copy. */
  readonly copyTo?: string | undefined;
  /** The files of the quotes and invoices that go with it. */
  readonly attached: readonly string[];
  /** How many licences share it; 1 for most mails. */
  readonly licences: number;
  /** The page that it is about: its button leads there, where the mail has no other. */
  readonly page: Page;
  /** Where its reader stops such mails. */
  readonly stopLink?: string | undefined;
}

/** A whole letter: what a kind of mail says, between what all mails say. */
export function writeLetter(
  localiser: MailLocaliser,
  about: About,
  { subject, body }: Writing,
  { copyTo, attached, licences, stopLink, page }: Footer,
): Letter {
  const { labels, letter } = localiser.words;
  const { name, email, website } = about.vendor;
  return {
    language: localiser.language,
    subject,
    preheader: summaryOf(body),
    vendor: about.vendor,
    blocks: [
      text(letter.greeting),
      ...body,
      ...(body.some(isButton) ? [] : leadingTo(localiser, page)),
      ...attached.map((file) => text(letter.attached(file))),
      facts(
        letter.details,
        ...(licences > 1
          ? [[localiser.words.shared.licences, String(licences)] as const]
          : [
              [licenceLabel(localiser, about), about.licenceId] as const,
              [labels.product, about.product] as const,
            ]),
        [labels.plan, about.plan],
        [labels.customer, about.customer],
      ),
      ...(copyTo === undefined ? [] : [text(letter.copyTo(copyTo))]),
      { kind: 'signature', closing: letter.closing, name, email, website },
      ...(stopLink === undefined
        ? []
        : [{ kind: 'link' as const, label: letter.stopLink, address: stopLink }]),
    ],
  };
}

/** The button to the page that a mail is about, if mails lead to pages. */
function leadingTo({ linkTo, words }: MailLocaliser, { matter, label }: Page): readonly Block[] {
  return linkTo === undefined ? [] : [pageButton(linkTo, matter, words.pages[label], words.actions.orReply)];
}

function isButton({ kind }: Block): boolean {
  return kind === 'action' || kind === 'page';
}

/** The first sentences say what a mail is about. After a German greeting they start small; alone they do not. */
function summaryOf(body: readonly Block[]): string {
  const first = body.find((block) => block.kind === 'text')?.text ?? '';
  return first.charAt(0).toUpperCase() + first.slice(1);
}
