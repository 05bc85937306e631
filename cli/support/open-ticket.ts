import { Temporal } from 'temporal-polyfill';
import { dayIn } from '../../domain/calendar.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import { instant, type Instant, toTheSecond } from '../../domain/time/instant.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { OpenTicket } from '../../domain/support/tickets.ts';
import { versionSchema } from '../../domain/updates/version.ts';
import { formatMoney } from '../../domain/billing/money.ts';
import { applyCommand } from '../activities/apply-command.ts';
import type { Deployment, LicenceView } from '../../client/deployment/deployment.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { printQuote } from '../licence/print-quote.ts';

export interface OpenOptions {
  readonly emergency?: boolean;
  readonly at?: Instant;
  readonly version?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Opens a ticket and prints its terms and when the first response is due; or declines it and prints the alternative. */
export async function openTicket(at: Invocation, licenceId: string, options: OpenOptions): Promise<void> {
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const known = await deployment.licence(licenceId);
  const { plan } = known;
  const asked: OpenTicket = {
    activity: 'open-ticket',
    emergency: options.emergency === true,
    at: options.at ?? instant(at.now),
    versions: await versionsOf(at, deployment, known, options.version),
  };
  const dated = { ...options, date: dayIn(plan.timeZone, asked.at) };
  const { events, licence } = await applyCommand(at, deployment, known, asked, dated);
  if (options.json === true) return;
  for (const event of events) {
    if (event.type === 'TicketOpened') at.output.list(ticketInWords(plan, event));
    if (event.type === 'SupportDeclined') at.output.list(declinedInWords(plan, event));
  }
  const isAskedBack = events.some(({ type }) => type === 'QuoteIssued' || type === 'QuoteResent');
  if (!isAskedBack || licence.quote === undefined) return;
  at.output.print();
  at.output.print('The customer is asked to reinstate maintenance:');
  printQuote(at.output, licence.quote);
}

/** The version in use and the latest published one; undefined, with a note, if no update is published. */
async function versionsOf(
  { output }: Invocation,
  deployment: Deployment,
  { plan, licence }: LicenceView,
  version: string | undefined,
): Promise<OpenTicket['versions']> {
  if (version === undefined) return undefined;
  const installed = versionSchema.safeParse(version);
  if (!installed.success) {
    throw refused(`--version ${version}: expected a version such as 16.3 or 2026-R2.`);
  }
  const { product } = licence.facts;
  const latest = (await deployment.updates(plan.id, product)).at(-1);
  if (latest !== undefined) return { installed: installed.data, latest: latest.version };
  output.note(`No update of ${product} is published, so the ticket does not say how to get a fix.`);
  return undefined;
}

type Rows = readonly (readonly [string, string | undefined])[];

function ticketInWords(plan: Plan, ticket: EventOf<'TicketOpened'>): Rows {
  const { ticketId, terms, rate, price, refundable, firstResponseBy, fix } = ticket;
  const amount = price === undefined ? '' : `, ${formatMoney(price.total)}`;
  const sold = `sold as emergency support${amount}${refundable === false ? ', not refundable' : ''}`;
  const onTerms = {
    free: 'free',
    charged: `charged: ${plan.rates[rate ?? '']?.en ?? ''}`,
    emergency: sold,
  }[terms];
  return [
    ['ticket', ticketId],
    ['terms', onTerms],
    ['first response', firstResponseBy && `due by ${inZone(firstResponseBy, plan)}`],
    [
      'fix',
      fix === 'hotfix'
        ? 'a hotfix, since the version is the latest'
        : fix && 'an update to the latest version',
    ],
  ];
}

function declinedInWords({ benefits }: Plan, { because, instead }: EventOf<'SupportDeclined'>): Rows {
  const alternative = benefits.find(({ key }) => key === instead)?.name.en;
  return [
    ['declined', because],
    ['instead', alternative ?? 'nothing'],
  ];
}

/** An instant in the plan's time zone to the minute, and in UTC to the second. */
function inZone(moment: Instant, { timeZone }: Plan): string {
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
  const [day, time] = there.toPlainDateTime().toString({ smallestUnit: 'minute' }).split('T');
  return `${day ?? ''} ${time ?? ''} ${timeZone} (${toTheSecond(moment)})`;
}
