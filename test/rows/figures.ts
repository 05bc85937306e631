/** What came of rows. */
export interface Figures {
  readonly accepted: number;
  readonly refused: number;
  /** Commands of operators and payment events. */
  readonly commands: number;
  readonly mails: number;
  readonly written: number;
  readonly printed: number;
  /** How many events there are of each type. */
  readonly events: Readonly<Record<string, number>>;
}

export const noFigures: Figures = {
  accepted: 0,
  refused: 0,
  commands: 0,
  mails: 0,
  written: 0,
  printed: 0,
  events: {},
};

export function addUp(one: Figures, other: Omit<Figures, 'written' | 'printed'> & Partial<Figures>): Figures {
  const types = [...new Set([...Object.keys(one.events), ...Object.keys(other.events)])].toSorted();
  return {
    accepted: one.accepted + other.accepted,
    refused: one.refused + other.refused,
    commands: one.commands + other.commands,
    mails: one.mails + other.mails,
    written: one.written + (other.written ?? 0),
    printed: one.printed + (other.printed ?? 0),
    events: Object.fromEntries(
      types.map((type) => [type, (one.events[type] ?? 0) + (other.events[type] ?? 0)]),
    ),
  };
}

export function figuresInWords(figures: Figures, seconds: number): readonly string[] {
  const { accepted, refused, commands, mails, written, printed, events } = figures;
  return [
    `${accepted + refused} rows in ${seconds} s: ${accepted} accepted, ${refused} refused`,
    `${commands} commands and payment events, ${mails} mails, ${written} documents, ${printed} of them printed`,
    Object.entries(events)
      .map(([type, count]) => `${type} ${count}`)
      .join(', '),
  ];
}
