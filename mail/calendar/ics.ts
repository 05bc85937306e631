import { addDays, type CivilDate } from '../../domain/calendar.ts';

/** A day in a customer's calendar. */
export interface CalendarEntry {
  /** The same for every version of the entry. */
  readonly uid: string;
  /** Greater with each version. */
  readonly sequence: number;
  /** The day of the mail that brings it. */
  readonly stamp: CivilDate;
  readonly day: CivilDate;
  readonly summary: string;
  readonly description: string;
  /** Whether the day has come to nothing. */
  readonly isCancelled: boolean;
}

/** An entry as a file of RFC 5545: an all-day event that takes nobody's time, with an alarm of the reader's own. */
export function icsOf(entry: CalendarEntry): string {
  const { uid, sequence, stamp, day, summary, description, isCancelled } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Perennial//Maintenance renewals//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${compact(stamp)}T120000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
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
