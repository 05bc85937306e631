import type { CivilDate } from '../../domain/calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { headerLine } from '../../wording/text/line.ts';
import { renderHtml } from '../layout/html.ts';
import { attachedLogo } from '../layout/logo.ts';
import { renderText } from '../layout/text.ts';
import { type Letter, text } from '../letter/letter.ts';
import { mailLocaliserFor } from '../letter/localiser.ts';
import { messageIdOf, mimeOf } from '../message/mime.ts';
import { type Address, senderOf } from '../message/recipients.ts';

/** What a mail with links to the customer's page is composed from. */
export interface LinkMail {
  readonly mailId: string;
  /** In whose name it is sent. */
  readonly plan: Plan;
  readonly locale: string;
  readonly to: Address;
  /** One for each customer whose reader the address is. */
  readonly pages: readonly { readonly customer: string; readonly link: string }[];
  /** Whether it takes the place of a link that has expired. */
  readonly isAgain: boolean;
  /** For how many days the links are valid. */
  readonly days: number;
  readonly today: CivilDate;
}

/** Composes the mail that leads its reader into the customer's page. Gives its sender and the MIME message. */
export async function composeLinkMail(
  mail: LinkMail,
): Promise<{ readonly from: string; readonly mime: Buffer }> {
  const { mailId, plan, locale, to, pages, isAgain, days, today } = mail;
  const { vendor, timeZone } = plan;
  const { words, language } = mailLocaliserFor(locale, vendor);
  const { signIn, letter: common } = words;
  const { name, email, website } = vendor;
  const intro = isAgain ? signIn.again : signIn.intro;
  const letter: Letter = {
    language,
    subject: signIn.subject(name),
    preheader: intro.charAt(0).toUpperCase() + intro.slice(1),
    vendor,
    blocks: [
      text(common.greeting),
      text(intro),
      ...pages.map(({ customer, link }) => ({
        kind: 'page' as const,
        label: pages.length === 1 ? signIn.button : signIn.of(customer),
        address: link,
        hint: signIn.hint,
      })),
      text(signIn.validity(days)),
      text(signIn.unasked),
      { kind: 'signature', closing: common.closing, name, email, website },
    ],
  };
  const from = senderOf(plan);
  const mime = await mimeOf({
    mailId,
    messageId: messageIdOf(mailId, from),
    date: today,
    timeZone,
    from,
    to,
    also: [],
    subject: headerLine(letter.subject),
    text: renderText(letter),
    html: renderHtml(letter),
    logo: attachedLogo(vendor.branding),
    documents: [],
  });
  return { from: from.address, mime };
}
