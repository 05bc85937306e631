import { customerPath } from '../../parts/paths.ts';
import { CustomerBook } from '../../../../client/customers/customer-book.ts';
import { type StatementLine, statementsOf } from '../../../../client/customers/statement.ts';
import { IssuedDocuments } from '../../../../client/finding/issued-documents.ts';
import { decimalOf, formatMoney, money, type Money } from '../../../../domain/billing/money.ts';
import type { AddPage } from '../../context.ts';
import { DocumentLink, LicenceLink } from '../../parts/links.tsx';
import { showList } from '../../parts/list.tsx';
import type { Column } from '../../parts/table.tsx';

/** One request reads the journal of each licence. */
const licencesAtATime = 7;

/** What was charged and paid, line by line with the balance. */
export const addStatement: AddPage = (app, { deployment }) => {
  const book = new CustomerBook(deployment);
  const documents = new IssuedDocuments(deployment);

  app.get('/customers/:id/statement', async (c) => {
    const { customerId, name } = await deployment.requireCustomer(c.req.param('id'));
    const read = async (from: string | undefined) => {
      const { licenceIds, next } = await book.licencePage(customerId, licencesAtATime, from);
      const { values, unreadable } = await documents.of(licenceIds);
      const statements = statementsOf(values);
      return { statements, licenceIds, rows: statements.flatMap(({ lines }) => lines), unreadable, next };
    };
    const asked = c.req.query('from');
    const first = await read(asked);
    const isAll = asked === undefined && first.next === undefined;
    return showList<StatementLine>(c, {
      title: `Statement of ${name}`,
      at: '/customers',
      head: (
        <>
          <p class="buttons">
            <a class="button" href={customerPath(customerId)}>
              Back to {name}
            </a>
          </p>
          {isAll ? null : (
            <p class="muted">
              This is of licences {first.licenceIds.at(0)} to {first.licenceIds.at(-1)}. The CSV has the lines
              of all licences; its balances are those of each {licencesAtATime} licences.
            </p>
          )}
          {first.statements.map(({ balance }) => (
            <p class="lead">{balanceInWords(balance)}</p>
          ))}
        </>
      ),
      columns,
      csv: [
        ['date', ({ on }) => on],
        ['number', ({ number }) => number],
        ['what', ({ what }) => what],
        ['licences', ({ licenceIds }) => licenceIds.join(' ')],
        ['currency', ({ amount }) => amount.currency],
        ['amount', ({ amount }) => decimalOf(amount)],
        ['balance', ({ balance }) => decimalOf(balance)],
      ],
      empty: 'Nothing was charged or paid.',
      read: async (from) => (from === asked ? first : read(from)),
    });
  });
};

function balanceInWords(balance: Money): string {
  if (balance.amount === 0) return `Nothing is to pay in ${balance.currency}.`;
  return balance.amount > 0
    ? `To pay: ${formatMoney(balance)}`
    : `Credit: ${formatMoney(money(-balance.amount, balance.currency))}`;
}

/** Without its sign: the column says it. */
function sized({ amount, currency }: Money): string {
  return formatMoney(money(Math.abs(amount), currency));
}

const columns: readonly Column<StatementLine>[] = [
  { heading: 'Day', of: ({ on }) => <span class="nowrap">{on}</span> },
  {
    heading: 'Document',
    of: ({ number }) => (number === undefined ? '' : <DocumentLink number={number} />),
  },
  { heading: 'What', of: ({ what }) => what },
  {
    heading: 'Licence',
    of: ({ licenceIds: [first = '', ...others] }) => (
      <>
        <LicenceLink id={first} />
        {others.length === 0 ? null : ` and ${others.length} more`}
      </>
    ),
  },
  { heading: 'Charged', isNumber: true, of: ({ amount }) => (amount.amount > 0 ? sized(amount) : '') },
  {
    heading: 'Paid or credited',
    isNumber: true,
    of: ({ amount }) => (amount.amount < 0 ? sized(amount) : ''),
  },
  { heading: 'Balance', isNumber: true, of: ({ balance }) => formatMoney(balance) },
];
