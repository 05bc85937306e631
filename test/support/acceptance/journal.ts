import { readFileSync } from 'node:fs';

type Line = Record<string, unknown> & {
  date: string;
  licenceId: string;
  type: string;
  kind?: string;
  basis?: string;
};

/** The fields by which an event is compared, those of docs/rules.md §14.1. */
const fields: Record<string, readonly string[]> = {
  TermStarted: ['starts', 'ends', 'basis'],
  ReminderIssued: ['reminder'],
  ReminderSkipped: ['reminder'],
  QuoteIssued: ['kind', 'options'],
  QuoteAccepted: ['years'],
  InvoiceIssued: ['kind', 'total', 'payBy'],
  PaymentRecorded: ['amount'],
  RenewalCancelled: ['endsOn'],
  MaintenanceLapsed: ['reason'],
  ActivityRejected: ['activity'],
  TicketOpened: ['terms', 'rate', 'price.total', 'firstResponseBy', 'fix'],
  SupportDeclined: ['instead'],
  RemoteAccessEnded: ['by'],
  UpdateAnnounced: ['version', 'entitled'],
  UpdateNotAnnounced: ['version'],
  UpdatePasswordGiven: ['version'],
  UpdatePasswordRefused: ['version'],
  TermStated: ['since', 'until', 'renews'],
  ChangeQuoted: ['price.total', 'needsNewLicence'],
  LicenceChanged: ['facts.product', 'facts.edition'],
  ContractReplaced: ['contract', 'by'],
  PaymentReversed: ['paymentId', 'amount'],
  InvoiceReopened: ['payBy'],
  CreditNoteIssued: ['total'],
  RefundRecorded: ['amount'],
  HoldPlaced: ['until'],
  HoldReleased: ['until'],
  LicenceTransferred: ['from', 'to'],
  AlignmentSet: ['to'],
};

export function readLines<T = Line>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** A journal as sorted text, so that two compare whatever the order within a licence's day. */
export function comparable(lines: readonly Line[]): string[] {
  return lines.map((line) => `${line.date} ${line.licenceId} ${line.type} ${detail(line)}`).sort();
}

function detail(line: Line): string {
  return (fields[line.type] ?? []).map((field) => `${field}=${written(at(line, field))}`).join(' ');
}

/** What a path of field names leads to. */
function at(line: Line, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], line);
}

function written(value: unknown): string {
  if (Array.isArray(value)) {
    return value
      .map((option: { years: number; total: unknown }) => `${option.years}y:${written(option.total)}`)
      .join(',');
  }
  if (typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value) {
    return `${String(value.amount)} ${String(value.currency)}`;
  }
  return String(value);
}
