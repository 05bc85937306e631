const secondsOfHour = 3600;
const hoursOfDay = 24;

/** How many hours so many mails take at a rate in mails a second; undefined where a day is enough for them. */
export function hoursBeyondDay(mails: number, perSecond: number): number | undefined {
  const hours = mails / perSecond / secondsOfHour;
  return hours > hoursOfDay ? hours : undefined;
}
