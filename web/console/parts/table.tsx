import type { Child } from 'hono/jsx';

/** A column of a table; the heading is also the label of the cell where the table becomes a list. */
export interface Column<Row> {
  readonly heading: string;
  readonly of: (row: Row) => Child;
  /** Amounts and counts: to the right, below each other. */
  readonly isNumber?: boolean;
}

interface TableProps<Row> {
  /** What the table is, for whoever cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What is said where there is no row. */
  readonly empty: string;
}

/** Rows below each other; on a narrow window each becomes a small list. The first column names the row. */
export function Table<Row>({ caption, columns, rows, empty }: TableProps<Row>) {
  if (rows.length === 0) return <p class="empty">{empty}</p>;
  const numeric = ({ isNumber }: Column<Row>) => (isNumber === true ? 'number' : undefined);
  return (
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={numeric(column)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column, index) =>
              index === 0 ? (
                <th scope="row">{column.of(row)}</th>
              ) : (
                <td class={numeric(column)} data-label={column.heading}>
                  {column.of(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
