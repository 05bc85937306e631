import { type ParsedMail, simpleParser } from 'mailparser';
import { type Matter, pathOf } from '../../../contracts/portal/paths.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { type ComposedMail, composeMail } from '../../../mail/compose.ts';
import { type MailKind, mailKindsOf } from '../../../mail/kinds/index.ts';
import type { MailSubject } from '../../../mail/message/subject.ts';
import type { Play } from '../application/play.ts';

export function customer(changes: Partial<Customer> = {}): Customer {
  return {
    customerId: 'C-1',
    name: 'Holmes & Daughter Ltd',
    kind: 'end-user',
    email: 'systems@holmes.example',
    country: 'GB',
    locale: 'en-GB',
    ...changes,
  };
}

export function partner(changes: Partial<Customer> = {}): Customer {
  return customer({
    customerId: 'P-1',
    name: 'Northern IT',
    kind: 'reseller',
    email: 'north@it.example',
    ...changes,
  });
}

export interface Wanted {
  readonly kind: MailKind;
  /** The day of the event; unset where there is one mail of that kind only. */
  readonly on?: string;
  readonly customer?: Partial<Customer>;
  readonly partner?: Customer;
  readonly mailId?: string;
  /** `none` leaves it out. */
  readonly updatePassword?: string;
  /** The day on which it goes out, after all that happened up to then; the day of the event where unset. */
  readonly sentOn?: string;
  /** Whether mails lead to the customer's page; unset: no. */
  readonly leadsToPage?: boolean;
}

/** Where the links of mails lead: the reader, the address and the page, in clear. */
const clearLinks = (customerId: string, address: string) => (matter: Matter) =>
  `https://page.example/in/${customerId}/${address}${pathOf(matter)}`;

/** What the mail is composed from that some play calls for. */
export function subjectOf(play: Play, wanted: Wanted): MailSubject {
  const indices = play.events.flatMap((event, index) =>
    isWanted(event, play.events.slice(index + 1), wanted) ? [index] : [],
  );
  const [index] = indices;
  if (index === undefined || indices.length > 1) {
    throw new Error(`${indices.length} mails of kind ${wanted.kind}: ${play.journal().join('\n')}`);
  }
  const today = (wanted.sentOn ?? play.events[index]?.date) as MailSubject['today'];
  return {
    mailId: wanted.mailId ?? `L-1-${index + 1}`,
    kind: wanted.kind,
    plan: play.plan,
    customer: customer(wanted.customer),
    partner: wanted.partner,
    journal: play.events.filter((event) => event.date <= today),
    version: index + 1,
    today,
    ...(wanted.leadsToPage === true && { linksFor: clearLinks }),
    updatePassword: wanted.updatePassword === 'none' ? undefined : '7K3QX-0M9TA-ZZ4RD',
  };
}

export async function mailOf(play: Play, wanted: Wanted): Promise<ComposedMail> {
  return composeMail(subjectOf(play, wanted));
}

/** The mail that several licences share, each played on its own. */
export async function sharedMailOf(plays: readonly Play[], wanted: Wanted): Promise<ComposedMail> {
  const [first, ...others] = plays.map((play) => subjectOf(play, wanted));
  if (first === undefined) throw new Error('no licence shares the mail');
  return composeMail({ ...first, others });
}

/** The plain text of a mail, with plain spaces, so that tests can spell out amounts. */
export async function textOf(play: Play, wanted: Wanted): Promise<string> {
  return plain((await mailOf(play, wanted)).text);
}

export async function read({ mime }: ComposedMail): Promise<ParsedMail> {
  return simpleParser(mime);
}

/** Amounts are written with spaces that do not break. */
export function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** An HTML page without its head and the sheet in it. */
export function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body'));
}

/** The words that a reader sees of an HTML page's body. */
export function wordsOf(html: string): string {
  const seen = bodyOf(html)
    .replace(/<div class="preheader".*?<\/div>/s, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  return plain(seen).replaceAll(/\s+/g, ' ');
}

function isWanted(event: Event, after: readonly Event[], { kind, on }: Wanted): boolean {
  return mailKindsOf(event, after).includes(kind) && (on === undefined || event.date === on);
}
