import { type CivilDate, yearOf } from '../../domain/calendar.ts';

/** The name of a quote's or an invoice's PDF, by the number that is printed on it. */
export function fileOfDocument(number: string): string {
  return `${number}.pdf`;
}

/** Where its PDF lies in the bucket of documents. */
export function keyOfDocument(planId: string, issuedOn: CivilDate, number: string): string {
  return `${planId}/${yearOf(issuedOn)}/${fileOfDocument(number)}`;
}
