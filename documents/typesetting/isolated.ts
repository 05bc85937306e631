const fromRight = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/**
 * A value within a sentence, kept apart where it is read from right to left: without, the numbers after it would be
 * drawn into it.
 */
export function isolated(value: string): string {
  return fromRight.test(value) ? `\u2068${value}\u2069` : value;
}
