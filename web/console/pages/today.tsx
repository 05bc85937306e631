import { plans } from '../../../plans/index.ts';
import type { AddPage } from '../context.ts';
import { showPage } from '../layout/page.tsx';

/** What happened today and what waits for a person, plan by plan. */
export const addToday: AddPage = (app) => {
  app.get('/', (c) =>
    showPage(
      c,
      { title: 'Today', at: '/' },
      <ul>
        {plans.map(({ id, name }) => (
          <li>
            <a href={`/licences?plan=${id}`}>{name}</a>
          </li>
        ))}
      </ul>,
    ),
  );
};
