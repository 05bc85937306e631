import { oneLine } from '../../wording/text/line.ts';

/** The address of a new mail, with what is prepared in it (RFC 6068). */
export function mailto(mail: {
  readonly to: string;
  readonly subject?: string;
  readonly lines?: readonly string[];
}): string {
  const { to, subject, lines } = mail;
  const fields = [
    ...(subject === undefined ? [] : [`subject=${encodeURIComponent(oneLine(subject))}`]),
    ...(lines === undefined
      ? []
      : [`body=${lines.map((line) => encodeURIComponent(oneLine(line))).join('%0D%0A')}`]),
  ];
  const address = `mailto:${encodeURIComponent(to).replace('%40', '@')}`;
  return fields.length === 0 ? address : `${address}?${fields.join('&')}`;
}
