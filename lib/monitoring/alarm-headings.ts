/** The kinds of alarm. Each is a heading of `docs/runbook.md`, and the name of its alarms begins with it. */
export const alarmHeadings = {
  runFailed: 'Run failed',
  runNotStarted: 'Run did not start',
  stepFailing: 'Step failing',
  deadLetters: 'Dead letters',
  throttled: 'Services throttled',
  mailUnknown: 'Mail unknown',
  mailHeld: 'Mail held',
  bounceRate: 'Bounce rate',
  complaintRate: 'Complaint rate',
  backlog: 'Backlog',
} as const;

export type AlarmHeading = (typeof alarmHeadings)[keyof typeof alarmHeadings];

/** Where an alarm's heading is found, as web pages and editors take it. */
export function runbookPlace(heading: AlarmHeading): string {
  return `docs/runbook.md#${heading.toLowerCase().replaceAll(' ', '-')}`;
}
