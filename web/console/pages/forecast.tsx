import { LicencePages } from '../../../client/browsing/licence-pages.ts';
import { type Series, seriesOf } from '../../../client/forecast/series.ts';
import { Tallies, type Tally } from '../../../client/forecast/tally.ts';
import { type Behaviour, forecast } from '../../../domain/forecast.ts';
import { formatMoney, money } from '../../../domain/billing/money.ts';
import { addMonths, dayIn } from '../../../domain/calendar.ts';
import type { AddPage } from '../context.ts';
import { showPage } from '../layout/page.tsx';
import { chosenPlan, Filters } from '../parts/filters.tsx';
import { Notice } from '../parts/notice.tsx';
import { type Column, Table } from '../parts/table.tsx';

/** Five requests for their states. */
const mostLicences = 500;
const months = 12;

/** What the runs of the next twelve months do with a plan's licences, in two cases. */
export const addForecast: AddPage = (app, { deployment }) => {
  const pages = new LicencePages(deployment);
  app.get('/forecast', async (c) => {
    const plan = chosenPlan(c);
    const from = dayIn(plan.timeZone, c.var.now);
    const to = addMonths(from, months);
    const { rows, next } = await pages.ofPlan(plan.id, mostLicences);
    const talliesOf = (behaviour: Behaviour) => {
      const tallies = new Tallies([plan], from, to);
      for (const { licence } of rows) tallies.add(plan.id, forecast(plan, licence, from, to, behaviour));
      return tallies.rows;
    };
    const foreseen = {
      'nobody-acts': talliesOf('nobody-acts'),
      'everybody-pays': talliesOf('everybody-pays'),
    };
    const [series] = seriesOf(foreseen);
    return showPage(
      c,
      { title: 'Forecast', at: '/forecast' },
      <>
        <Filters plan={plan} />
        {next === undefined ? null : (
          <Notice kind="info">
            This is of the plan’s first {mostLicences} licences. For all of them, use{' '}
            <code>npx perennial forecast --plan {plan.id}</code>.
          </Notice>
        )}
        <p class="muted">
          What the daily runs do from {from} to {to} if nobody acts; and if everybody pays at once, accepts
          each quote, and asks for one when reminded.
        </p>
        {series === undefined ? null : <Chart series={series} />}
        <h2>If nobody acts</h2>
        <Table caption="If nobody acts" columns={columns} rows={foreseen['nobody-acts']} empty="Nothing." />
        <h2>If everybody pays</h2>
        <Table
          caption="If everybody pays"
          columns={columns}
          rows={foreseen['everybody-pays']}
          empty="Nothing."
        />
      </>,
    );
  });
};

const columns: readonly Column<Tally>[] = [
  { heading: 'Month', of: ({ month }) => month },
  { heading: 'Renewed', isNumber: true, of: ({ renewed }) => renewed },
  { heading: 'Lapsed', isNumber: true, of: ({ lapsed }) => lapsed },
  { heading: 'Quotes', isNumber: true, of: ({ quotes }) => quotes },
  { heading: 'Reminders', isNumber: true, of: ({ reminders }) => reminders },
  { heading: 'Invoices', isNumber: true, of: ({ invoices }) => invoices },
  { heading: 'Invoiced', isNumber: true, of: ({ invoiced }) => formatMoney(invoiced) },
];

const width = 960;
const height = 190;
const base = 150;
const plot = 130;

/** What is invoiced each month, gross, in both cases. The tables below have the figures. */
function Chart({ series: { bars, currency, most } }: { readonly series: Series }) {
  const step = width / bars.length;
  return (
    <figure class="panel chart" tabindex={0} aria-label="Invoiced each month">
      <figcaption>
        <span class="key anyway" /> invoiced if nobody acts <span class="key if-paid" /> invoiced if everybody
        pays; the highest bar is {formatMoney(money(most, currency))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Invoiced each month, in both cases">
        {bars.map(({ month, anyway, ifPaid }, index) => {
          const x = index * step;
          const [low, high] = [(plot * anyway) / most, (plot * ifPaid) / most];
          return (
            <g>
              <title>{`${month}: ${formatMoney(money(anyway, currency))} if nobody acts, ${formatMoney(money(ifPaid, currency))} if everybody pays`}</title>
              <rect
                class="anyway"
                x={x + step * 0.14}
                y={base - low}
                width={step * 0.33}
                height={low}
                rx="2"
              />
              <rect
                class="if-paid"
                x={x + step * 0.5}
                y={base - high}
                width={step * 0.33}
                height={high}
                rx="2"
              />
              <text x={x + step * 0.48} y={base + 20} text-anchor="middle">
                {month}
              </text>
            </g>
          );
        })}
        <line x1="0" y1={base} x2={width} y2={base} />
      </svg>
    </figure>
  );
}
