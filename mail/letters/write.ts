import type { Plan } from '../../domain/plan/plan.ts';
import type { Content } from '../content/content.ts';
import { invoice, finalNotice, paymentReminder } from './bills.ts';
import { termStatement } from './cover.ts';
import { changed, changeQuote } from './changes.ts';
import { cancelled, lapse } from './endings.ts';
import { type Block, facts, type Letter, text, type Writing } from './letter.ts';
import { quote, reminder } from './offers.ts';
import { licenceLabel } from '../../wording/phrases/pen.ts';
import type { Pen } from '../pen.ts';
import { remoteAccess, supportDeclined, ticket } from './support.ts';
import { activated, reinstated, renewalNotice, renewed } from './terms.ts';
import { announcements, updateAvailable, updateMissed, updatePassword, updateRefused } from './updates.ts';

interface Footer {
  /** The partner who gets a copy. */
  readonly copyTo?: string | undefined;
  /** The file of the quote or invoice that goes with it. */
  readonly attached?: string | undefined;
  /** Where its reader stops such mails. */
  readonly stopLink?: string | undefined;
}

/** A content in words. */
export function writeLetter(pen: Pen, content: Content, { copyTo, attached, stopLink }: Footer): Letter {
  const { words } = pen;
  const { labels } = words;
  const { about } = content;
  const { subject, body } = write(pen, content);
  return {
    language: pen.language,
    subject,
    preheader: firstText(body),
    vendor: about.vendor,
    blocks: [
      text(words.greeting(about.customer)),
      ...body,
      ...(attached === undefined ? [] : [text(words.attached(attached))]),
      facts(
        labels.about,
        [licenceLabel(pen, about), about.licenceId],
        [labels.product, about.product],
        [labels.plan, about.plan],
        [labels.customer, about.customer],
      ),
      ...(copyTo === undefined ? [] : [text(words.copyTo(copyTo))]),
      signature(words.closing, about.vendor),
      ...(stopLink === undefined
        ? []
        : [{ kind: 'link' as const, label: words.stopLink, address: stopLink }]),
    ],
  };
}

/** The first sentences of a body say what it is about. */
function firstText(body: readonly Block[]): string {
  return body.find((block) => block.kind === 'text')?.text ?? '';
}

function signature(closing: string, { name, email, website }: Plan['vendor']): Block {
  return { kind: 'signature', closing, name, email, website };
}

function write(pen: Pen, content: Content): Writing {
  const { about } = content;
  switch (content.kind) {
    case 'reminder':
      return reminder(pen, content);
    case 'renewal-notice':
      return renewalNotice(pen, content);
    case 'quote':
      return quote(pen, content);
    case 'invoice':
      return invoice(pen, about, content.bill);
    case 'payment-reminder':
      return paymentReminder(pen, content);
    case 'final-notice':
      return finalNotice(pen, content);
    case 'lapse':
      return lapse(pen, content);
    case 'renewed':
      return renewed(pen, content);
    case 'reinstated':
      return reinstated(pen, content);
    case 'cancelled':
      return cancelled(pen, content);
    case 'activated':
      return activated(pen, content);
    case 'term-statement':
      return termStatement(pen, content);
    case 'ticket':
      return ticket(pen, content);
    case 'support-declined':
      return supportDeclined(pen, content);
    case 'remote-access':
      return remoteAccess(pen, content);
    case 'update-available':
      return updateAvailable(pen, content);
    case 'update-missed':
      return updateMissed(pen, content);
    case 'update-password':
      return updatePassword(pen, content);
    case 'update-refused':
      return updateRefused(pen, content);
    case 'announcements':
      return announcements(pen, content);
    case 'change-quote':
      return changeQuote(pen, content);
    case 'changed':
      return changed(pen, content);
  }
}
