/** How dates can be written in a book as well as in ISO form, by the value of `--dates`. */
export const dateStyles = ['D.M.Y', 'D/M/Y', 'D-M-Y', 'M/D/Y'] as const;
export type DateStyle = (typeof dateStyles)[number];

const dayAndMonthFirst = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

/**
 * A date as ISO writes it. A cell that is not written in `style` comes back unchanged, so that an ISO date stays one
 * and anything else fails the check of the field.
 */
export function isoDate(cell: string, style: DateStyle | undefined): string {
  const [, first = '', separator = '', second = '', year = ''] = dayAndMonthFirst.exec(cell) ?? [];
  if (style?.[1] !== separator) return cell;
  const [day, month] = style.startsWith('D') ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The styles in which a cell can be read as a date; none for ISO and for what is no date. */
export function stylesOf(cell: string): readonly DateStyle[] {
  const [, first = '', separator = '', second = ''] = dayAndMonthFirst.exec(cell) ?? [];
  return dateStyles.filter((style) => {
    const [day, month] = style.startsWith('D') ? [first, second] : [second, first];
    return style[1] === separator && isWithin(day, 31) && isWithin(month, 12);
  });
}

function isWithin(number: string, most: number): boolean {
  return Number(number) >= 1 && Number(number) <= most;
}
