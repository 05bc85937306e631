import type { Price } from '../../../domain/billing/price.ts';
import { lineInWords, nameOfLine, sumsOf } from '../../../wording/phrases/prices.ts';
import type { Frame } from './frame.ts';

interface Sum {
  readonly label: string;
  readonly value: string;
}

interface SumsProps {
  readonly frame: Frame;
  readonly caption: string;
  readonly price: Price;
  /** What the lines are for, such as the product. */
  readonly product: string;
  /** What follows the total, such as credit and what is left to pay. */
  readonly more?: readonly Sum[];
}

/** The lines of a price with how each is calculated, and its sums. */
export function Sums({ frame, caption, price, product, more = [] }: SumsProps) {
  const { localiser } = frame;
  const lines = price.lines.map((line) => ({
    label: nameOfLine(localiser, product, line),
    detail: lineInWords(localiser, line),
    value: localiser.money(line.net),
  }));
  return (
    <SumsTable
      caption={caption}
      lines={lines}
      sums={[...sumsOf(localiser, price, price.lines.length), ...more]}
    />
  );
}

interface SumLine extends Sum {
  readonly detail?: string | undefined;
}

export function SumsTable({
  caption,
  lines,
  sums,
}: {
  readonly caption: string;
  readonly lines: readonly SumLine[];
  readonly sums: readonly Sum[];
}) {
  return (
    <table class="sums">
      <caption>{caption}</caption>
      <tbody>
        {lines.map(({ label, detail, value }) => (
          <tr>
            <th scope="row">
              {label}
              {detail !== undefined && <small>{detail}</small>}
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map(({ label, value }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}
