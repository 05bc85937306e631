import { plans } from '../../../../plans/index.ts';
import type { AddPage } from '../../context.ts';
import { showPage } from '../../layout/page.tsx';

/** All plans; no request. */
export const addPlans: AddPage = (app) => {
  app.get('/plans', (c) =>
    showPage(
      c,
      { title: 'Plans', at: '/plans' },
      <ul class="panels plain">
        {plans.map(({ id, name, vendor, renewal, currency }) => (
          <li class="panel">
            <h2>
              <a href={`/plans/${id}`}>{name}</a>
            </h2>
            <p class="muted">
              {vendor.name}, {vendor.country} · {currency} ·{' '}
              {renewal.mode === 'automatic' ? 'renews by itself' : 'renews by an order'}
            </p>
            <p>
              <a href={`/licences?plan=${id}`}>Licences</a> ·{' '}
              <a href={`/executions/plans/${id}`}>Executions</a>
            </p>
          </li>
        ))}
      </ul>,
    ),
  );
};
