import { addDays, type CivilDate } from '../../domain/calendar.ts';
import { type Instant, noonIn } from '../../domain/time/instant.ts';
import type { Address } from '../message/recipients.ts';

/** A day in a customer's calendar. */
export interface CalendarEntry {
  /** The same for every version of the entry. */
  readonly uid: string;
  /** Greater with each version. */
  readonly sequence: number;
  /** The day of the mail that brings it, in `timeZone`. */
  readonly stamp: CivilDate;
  readonly timeZone: string;
  /** Who publishes it: the vendor. */
  readonly organizer: Address;
  readonly day: CivilDate;
  readonly summary: string;
  readonly description: string;
  /** Whether the entry is withdrawn. */
  readonly isCancelled: boolean;
}

/** A file for a calendar, and what the calendar is to do with it. */
export interface CalendarFile {
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly ics: string;
}

/**
 * An entry as a file of RFC 5545: an all-day event that takes nobody's time, published or withdrawn by the vendor as
 * RFC 5546 has it (3.2.1 and 3.2.5).
 */
export function icsOf(entry: CalendarEntry): CalendarFile {
  const { uid, sequence, stamp, timeZone, organizer, day, summary, description, isCancelled } = entry;
  const method = isCancelled ? 'CANCEL' : 'PUBLISH';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Perennial//Maintenance renewals//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${inUtc(noonIn(timeZone, stamp))}`,
    `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.address}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return { method, ics: lines.map((line) => `${folded(line)}\r\n`).join('') };
}

/** A moment in the basic format: 20260131T120000Z. */
function inUtc(moment: Instant): string {
  return moment.replaceAll(/[-:]|\.\d+/g, '');
}

/** A parameter's value (RFC 5545, 3.2), which can have neither quotes nor control characters. */
function quoted(text: string): string {
  return `"${text.replace(/[\p{Cc}"]/gu, ' ')}"`;
}

function compact(date: CivilDate): string {
  return date.replaceAll('-', '');
}

/** A text value (RFC 5545, 3.3.11); other control characters have no place in one. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

const longestLine = 75;

/** Lines of at most 75 bytes, never broken within a character (RFC 5545, 3.1). */
function folded(line: string): string {
  let bytes = 0;
  let written = '';
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > longestLine) {
      written += '\r\n ';
      bytes = 1;
    }
    written += character;
    bytes += size;
  }
  return written;
}
