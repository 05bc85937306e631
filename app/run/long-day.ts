import { hoursBeyondDay } from '../../domain/correspondence/sending-time.ts';

/**
 * Says before a run that its mails take more than a day, and what to do; nothing where a day is enough. Counts a mail for
 * each licence, the least that a due licence usually has. @param sendRate of the account, in mails a second
 */
export function longDayInWords(due: number, sendRate: number): string {
  const hours = hoursBeyondDay(due, sendRate);
  if (hours === undefined) return '';
  return (
    `; at ${sendRate} mails a second, a mail for each takes ${hours.toFixed(0)} hours, and the next day's mails wait ` +
    'behind them: ask AWS for a higher send rate and set sendRate in perennial.config.ts'
  );
}
