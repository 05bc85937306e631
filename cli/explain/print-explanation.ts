import type { Mail } from '../../client/deployment/deployment.ts';
import { mailStatus } from '../../client/words/mail-status.ts';
import { carrierOf } from '../../domain/licence/sharing.ts';
import type { Output } from '../shell/output.ts';
import { eventInWords } from '../../client/words/event-in-words.ts';
import type { Explanation } from '../../client/explaining/explanation.ts';
import type { OutlookEntry } from '../../client/explaining/outlook.ts';
import { remedyInWords } from '../../client/explaining/remedies.ts';
import type { StandingNote } from '../../client/explaining/standing-notes.ts';
import { causeInWords, type RecordedEvent } from '../../client/explaining/recorded-events.ts';

type Row = readonly [label: string, text: string];

/** Prints an explanation: what is wrong, then what happened, then what will happen. */
export function printExplanation(output: Output, explanation: Explanation): void {
  const { licence, plan, on, isPast, events, notes, outlook } = explanation;
  const { licenceId, planId, customerId, product } = licence.facts;
  printParked(output, explanation);
  output.list([
    ['licence', `${licenceId}, ${product}`],
    ['plan', `${planId}, ${plan.name}`],
    ['customer', customerId],
    ['on', isPast ? `the end of ${on}; the status of mails is that of today` : on],
  ]);
  output.print();
  output.print('What happened');
  output.list(events.flatMap(recordedRows));
  output.print();
  output.print(outlook.length === 0 ? 'What will happen: nothing' : 'What will happen if nobody acts');
  output.list(outlook.flatMap((entry) => outlookRows(entry, explanation)));
  if (notes.length === 0) return;
  output.print();
  output.list(notes.flatMap((note) => noteRows(note, licenceId)));
}

function noteRows({ text, remedy }: StandingNote, licenceId: string): readonly Row[] {
  if (remedy === undefined) return [['note', text]];
  const command = remedy === 'request-quote' ? 'quote' : remedy;
  return [['note', `${text} Run \`npx perennial ${command} ${licenceId}\`.`]];
}

function printParked(output: Output, { parked, licence }: Explanation): void {
  if (parked === undefined) return;
  const { licenceId, planId } = licence.facts;
  output.list([
    ['PARKED', `since ${parked.on}: ${parked.reason}`],
    ['', 'Runs skip this licence, so nothing listed under "What will happen" happens until it is released.'],
    ['', `Remove the cause, then run \`npx perennial retry ${planId} ${licenceId}\`.`],
  ]);
  output.print();
}

function recordedRows(recorded: RecordedEvent): readonly Row[] {
  const { event, mails, document } = recorded;
  const carrier = carrierOf(event);
  return [
    [event.date, eventInWords(event)],
    ['', `  because ${event.because}`],
    ['', `  by ${causeInWords(recorded)}`],
    ...mails.map((mail): Row => ['', `  mail ${mailInWords(mail, document)}`]),
    ...(carrier === undefined ? [] : [['', `  ${sharedInWords(carrier, document)}`] as const]),
  ];
}

/** Its mail lies with another licence. */
function sharedInWords(carrier: string, document: string | undefined): string {
  const attached = document === undefined ? '' : `, with ${document}`;
  return `mail shared with licence ${carrier}, which \`npx perennial mails list ${carrier}\` lists${attached}`;
}

function mailInWords(mail: Mail, document: string | undefined): string {
  const { kind, contact, attempts, reason, status } = mail;
  const parts = [
    `${kind}: ${mailStatus(mail)}`,
    ...(contact === undefined ? [] : [`to the ${contact} contact`]),
    ...(attempts > 1 ? [`after ${attempts} attempts`] : []),
    ...(document === undefined ? [] : [`with ${document}`]),
  ];
  return `${parts.join(', ')}${status === 'sent' || reason === undefined ? '' : ` (${reason})`}`;
}

function outlookRows(
  { on, dueSince, events, because, unless }: OutlookEntry,
  { on: today }: Explanation,
): readonly Row[] {
  const since = dueSince < on ? `, due since ${dueSince}` : '';
  const overdue = on === today ? `  in the next run${since}` : undefined;
  return [
    ...events.map((event, index): Row => [index === 0 ? on : '', eventInWords(event)]),
    ...(overdue === undefined ? [] : [['', overdue] as const]),
    ['', `  because ${because}`],
    ...(unless.length === 0 ? [] : [['', `  unless ${unless.map(remedyInWords).join(' and ')}`] as const]),
  ];
}
