import { type CivilDate, yearOf } from '../../domain/calendar.ts';

/** The name of a quote's or an invoice's PDF, by the number that is printed on it. */
export function fileOfDocument(number: string): string {
  return `${number}.pdf`;
}

/** The name of the XML of an invoice or a credit note, where that goes with its PDF. */
export function fileOfEInvoice(number: string): string {
  return `${number}.xml`;
}

/** Where its PDF lies in the bucket of documents. */
export function keyOfDocument(planId: string, issuedOn: CivilDate, number: string): string {
  return `${planId}/${yearOf(issuedOn)}/${fileOfDocument(number)}`;
}

/** Where its XML lies in the bucket of documents. */
export function keyOfEInvoice(planId: string, issuedOn: CivilDate, number: string): string {
  return `${planId}/${yearOf(issuedOn)}/${fileOfEInvoice(number)}`;
}
