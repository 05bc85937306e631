import type { Event } from '../../domain/licence/events.ts';
import { formatMoney, moneySchema } from '../../domain/billing/money.ts';

const common: ReadonlySet<string> = new Set(['date', 'licenceId', 'type', 'because', 'reason']);

/** One line for each event: what happened, its plain values, and why. */
export function printEvents(events: readonly Event[]): readonly string[] {
  return events.map((event) => {
    const values = Object.entries(event).flatMap(([name, value]) =>
      common.has(name) ? [] : valueInWords(name, value),
    );
    return `${[event.type, ...values].join(', ')}: ${event.because}`;
  });
}

function valueInWords(name: string, value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [`${inPlain(name)} ${value}`];
  if (typeof value === 'boolean') return [`${value ? '' : 'not '}${inPlain(name)}`];
  const amount = moneySchema.safeParse(value);
  return amount.success ? [`${inPlain(name)} ${formatMoney(amount.data)}`] : [];
}

/** `payBy` as `pay by`. */
function inPlain(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
