import type { Mail } from '../../client/deployment/deployment.ts';
import { mailStatus } from '../mails/mail-status.ts';
import type { Output } from '../shell/output.ts';
import { eventInWords } from './event-in-words.ts';
import type { Explanation } from './explanation.ts';
import type { OutlookEntry } from './outlook.ts';
import { remedyInWords } from './remedies.ts';
import { causeInWords, type Chapter } from './recorded-events.ts';

type Row = readonly [label: string, text: string];

/** Prints an explanation: what is wrong first, then what has happened, then what will. */
export function printExplanation(output: Output, explanation: Explanation): void {
  const { licence, plan, on, isPast, story, notes, outlook } = explanation;
  const { licenceId, planId, customerId, product } = licence.facts;
  printParked(output, explanation);
  output.list([
    ['licence', `${licenceId}, ${product}`],
    ['plan', `${planId}, ${plan.name}`],
    ['customer', customerId],
    ['on', isPast ? `${on}, as things stood at its end; mails as they stand now` : on],
  ]);
  output.print();
  output.print('What has happened');
  output.list(story.flatMap(chapterRows));
  output.print();
  output.print(
    outlook.length === 0 ? 'What will happen: nothing' : 'What will happen if nobody does anything',
  );
  output.list(outlook.flatMap((prospect) => prospectRows(prospect, explanation)));
  if (notes.length === 0) return;
  output.print();
  output.list(notes.map((note) => ['note', note]));
}

function printParked(output: Output, { parked, licence }: Explanation): void {
  if (parked === undefined) return;
  const { licenceId, planId } = licence.facts;
  output.list([
    ['PARKED', `since ${parked.on}: ${parked.reason}`],
    ['', 'No run takes it up, so that nothing of what lies ahead happens until then.'],
    ['', `Mend the cause, then \`npx perennial retry ${planId} ${licenceId}\`.`],
  ]);
  output.print();
}

function chapterRows(chapter: Chapter): readonly Row[] {
  const { event, mails, document } = chapter;
  return [
    [event.date, eventInWords(event)],
    ['', `  because ${event.because}`],
    ['', `  made by: ${causeInWords(chapter)}`],
    ...mails.map((mail): Row => ['', `  mail ${mailInWords(mail, document)}`]),
  ];
}

function mailInWords(mail: Mail, document: string | undefined): string {
  const { kind, contact, attempts, reason, status } = mail;
  const parts = [
    `${kind}: ${mailStatus(mail)}`,
    ...(contact === undefined ? [] : [`to the ${contact} contact`]),
    ...(attempts > 1 ? [`at attempt ${attempts}`] : []),
    ...(document === undefined ? [] : [`with ${document}`]),
  ];
  return `${parts.join(', ')}${status === 'sent' || reason === undefined ? '' : ` (${reason})`}`;
}

function prospectRows(
  { on, dueSince, events, because, unless }: OutlookEntry,
  { on: today }: Explanation,
): readonly Row[] {
  const since = dueSince < on ? `, due since ${dueSince}` : '';
  const overdue = on === today ? `  by the next run${since}` : undefined;
  return [
    ...events.map((event, index): Row => [index === 0 ? on : '', eventInWords(event)]),
    ...(overdue === undefined ? [] : [['', overdue] as const]),
    ['', `  because ${because}`],
    ...(unless.length === 0 ? [] : [['', `  unless ${unless.map(remedyInWords).join(' and ')}`] as const]),
  ];
}
