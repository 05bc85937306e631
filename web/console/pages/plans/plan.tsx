import { Refusal } from '../../../../client/operator/errors.ts';
import { type ExamplePrice, examplePrices } from '../../../../client/plans-in-words/examples.ts';
import { planInWords } from '../../../../client/plans-in-words/plan-in-words.ts';
import type { Statement } from '../../../../client/plans-in-words/statement.ts';
import { formatMoney } from '../../../../domain/billing/money.ts';
import { dayIn } from '../../../../domain/calendar.ts';
import { planById } from '../../../../plans/index.ts';
import type { AddPage } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';
import { Badge } from '../../parts/badge.tsx';
import { type Column, Table } from '../../parts/table.tsx';

/** A plan in words, and what example licences cost; no request. */
export const addPlan: AddPage = (app) => {
  app.get('/plans/:plan', (c) => {
    const plan = planById(c.req.param('plan'));
    if (plan === undefined) throw new Refusal(`There is no plan ${c.req.param('plan').slice(0, 80)}.`);
    const today = dayIn(plan.timeZone, c.var.now);
    return showPage(
      c,
      {
        title: plan.name,
        at: '/plans',
        actions: (
          <>
            <a class="button" href={`/licences?plan=${plan.id}`}>
              Licences
            </a>
            <a class="button" href={`/executions/plans/${plan.id}`}>
              Executions
            </a>
          </>
        ),
      },
      <>
        <p class="muted">
          <code>{plan.id}</code> · {plan.vendor.name}. <Badge tone="attention">assumed</Badge> marks what the
          vendor does not publish, <Badge tone="quiet">in part</Badge> what it publishes in part. The terms
          are in <code>plans/{plan.id}.ts</code>.
        </p>
        <div class="panels chapters">
          {planInWords(plan).map(({ heading, statements }) => (
            <section class="panel">
              <h2>{heading}</h2>
              <ul class="statements">
                {statements.map((statement) => (
                  <li>
                    {statement.text} <SourceBadge statement={statement} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <h2>Examples, for a customer in {plan.vendor.country}</h2>
        <Table
          caption="What example licences cost today"
          columns={columns}
          rows={examplePrices(plan, today)}
          empty="There is no example."
        />
      </>,
    );
  });
};

function SourceBadge({ statement: { source } }: { readonly statement: Statement }) {
  if (source === 'published') return null;
  return source === 'assumed' ? <Badge tone="attention">assumed</Badge> : <Badge tone="quiet">in part</Badge>;
}

const columns: readonly Column<ExamplePrice>[] = [
  { heading: 'Licence', of: ({ what }) => what },
  { heading: 'For', of: ({ when }) => when },
  { heading: 'List price', of: ({ list }) => (list === undefined ? '' : formatMoney(list)), isNumber: true },
  { heading: 'Net', of: ({ price }) => formatMoney(price.net), isNumber: true },
  {
    heading: 'Tax',
    of: ({ price }) =>
      price.taxPercent === 0 ? 'none' : `${formatMoney(price.tax)} (${price.taxPercent}\u00a0%)`,
    isNumber: true,
  },
  { heading: 'Total', of: ({ price }) => formatMoney(price.total), isNumber: true },
];
