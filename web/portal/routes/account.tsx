import type { Hono } from 'hono';
import type { PortalEnvironment } from '../environment.ts';
import { AccountPage } from '../pages/account/account.tsx';
import { changedDetails, changeOf, detailsOf, readDetails } from '../pages/account/details.ts';
import { EditPage, ReviewDetailsPage } from '../pages/account/edit.tsx';
import { MailChoicePage, mailChoices, MailsPage } from '../pages/account/mails.tsx';
import { act, type Asked, show } from './answers.tsx';
import { formOf, frameIn, outcomeIn } from './context.ts';

/** The customer's own data, and what mails it gets. */
export function accountRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/account', (context) =>
    show(context, portal, 'customer', {}, (view) =>
      context.html(
        <AccountPage
          frame={frameIn(context, view.branding)}
          view={view}
          address={context.var.visit.reader.address}
          outcome={outcomeIn(context)}
        />,
      ),
    ),
  );
  app.get('/account/export', (context) =>
    show(context, portal, 'export', {}, (all) =>
      context.body(`${JSON.stringify(all, undefined, 2)}\n`, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="stored-data.json"',
      }),
    ),
  );
  app.get('/account/edit', (context) =>
    show(context, portal, 'customer', {}, (view) =>
      context.html(<EditPage frame={frameIn(context, view.branding)} details={detailsOf(view)} />),
    ),
  );
  app.post('/account/review', (context) =>
    show(context, portal, 'customer', {}, async (view) => {
      const frame = frameIn(context, view.branding);
      const before = detailsOf(view);
      const after = readDetails((await formOf(context)).text);
      const change = changeOf(view, after);
      if (!change.ok) return context.html(<EditPage frame={frame} details={after} bad={change.bad} />, 422);
      const changed = changedDetails(before, after);
      return changed.length === 0
        ? context.html(<EditPage frame={frame} details={after} isUnchanged />)
        : context.html(<ReviewDetailsPage frame={frame} before={before} after={after} changed={changed} />);
    }),
  );
  app.post('/account/edit', (context) =>
    show(context, portal, 'customer', {}, async (view) => {
      const change = changeOf(view, readDetails((await formOf(context)).text));
      return act(context, portal, {
        name: 'edit-details',
        input: change.ok ? change.input : undefined,
        back: '/account/edit',
        then: () => '/account',
      });
    }),
  );
  mailRoutes(app, portal);
}

function mailRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/account/mails', (context) =>
    show(context, portal, 'mails', { after: context.req.query('after') }, (view) =>
      context.html(
        <MailsPage frame={frameIn(context, view.branding)} view={view} outcome={outcomeIn(context)} />,
      ),
    ),
  );
  for (const choice of ['stop', 'resume', 'stop-copies', 'resume-copies'] as const) {
    app.get(`/account/mails/${choice}`, (context) =>
      show(context, portal, 'customer', {}, ({ branding }) =>
        context.html(
          <MailChoicePage
            frame={frameIn(context, branding)}
            choice={choice}
            licenceId={context.req.query('licence')}
          />,
        ),
      ),
    );
    app.post(`/account/mails/${choice}`, async (context) => {
      const licenceId = (await formOf(context)).text('licence');
      return act(context, portal, {
        name: mailChoices[choice].action,
        input: licenceId === '' ? {} : { licenceId },
        back: '/account/mails',
        then: () => '/account/mails',
      });
    });
  }
}
