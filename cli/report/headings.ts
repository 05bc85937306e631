/** What the columns of reports are called in tables, where that is not their name in CSV and JSON. */
const headings: Readonly<Record<string, string>> = {
  planId: 'plan',
  accountManager: 'account manager',
  notRenewed: 'not renewed',
  ratePercent: 'rate %',
  valueBefore: 'value before',
  valueKept: 'value kept',
  valueRenewed: 'value renewed',
  netRatePercent: 'net rate %',
  grossRatePercent: 'gross rate %',
  withoutValue: 'without value',
  notOverdue: 'not overdue',
  days1to30: '1-30 days',
  days31to60: '31-60 days',
  days61to90: '61-90 days',
  over90: 'over 90 days',
};

export function headingOf(name: string): string {
  return headings[name] ?? name;
}
