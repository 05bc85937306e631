import type { Hono } from 'hono';
import { bytesInAnswer, mostAnswerBytes } from '../../shared/answer-size.ts';
import type { PortalEnvironment } from '../environment.ts';
import { AccountPage } from '../pages/account/account.tsx';
import {
  changedDetails,
  changeOf,
  detailsOf,
  isAddressOf,
  mergedDetails,
  readDetails,
  readShown,
} from '../pages/account/details.ts';
import { EditPage, ReviewDetailsPage } from '../pages/account/edit.tsx';
import { MailChoicePage, mailChoices, MailsPage } from '../pages/account/mails.tsx';
import { act, type Asked, show, tooLarge } from './answers.tsx';
import { formOf, frameIn, type PageContext } from './context.ts';

/** The customer's own data, and what mails it gets. */
export function accountRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/account', (context) =>
    show(context, portal, 'customer', {}, (view, outcome) =>
      context.html(
        <AccountPage
          frame={frameIn(context, view.branding)}
          view={view}
          address={context.var.visit.reader.address}
          outcome={outcome}
        />,
      ),
    ),
  );
  app.get('/account/export', (context) =>
    show(context, portal, 'export', {}, (all) => {
      const file = `${JSON.stringify(all)}\n`;
      if (bytesInAnswer(file) > mostAnswerBytes) return tooLarge(context, portal);
      return context.body(file, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="stored-data.json"',
      });
    }),
  );
  app.get('/account/edit', (context) =>
    show(context, portal, 'customer', {}, (view) => {
      const details = detailsOf(view);
      return context.html(
        <EditPage frame={frameIn(context, view.branding)} details={details} shown={details} />,
      );
    }),
  );
  app.post('/account/review', (context) => reviewDetails(context, portal));
  app.post('/account/edit', async (context) => {
    const { text } = await formOf(context);
    const typed = readDetails(text);
    const shown = readShown(text('shown'));
    const change = shown === undefined ? undefined : changeOf(shown, typed);
    const { address } = context.var.visit.reader;
    return act(context, portal, {
      name: 'edit-details',
      input: change?.ok === true ? { ...change.input, version: text('version') } : undefined,
      back: '/account/edit',
      then: () => (isAddressOf(typed, address) ? '/account' : '/sign-in'),
      changed: () => reviewDetails(context, portal),
    });
  });
  mailRoutes(app, portal);
}

/** What would be saved; or the form again, with what is wrong or what somebody else has changed. */
function reviewDetails(context: PageContext, portal: Asked): Promise<Response> {
  return show(context, portal, 'customer', {}, async (view) => {
    const frame = frameIn(context, view.branding);
    const { text } = await formOf(context);
    const typed = readDetails(text);
    const now = detailsOf(view);
    const shown = readShown(text('shown')) ?? now;
    const meanwhile = changedDetails(shown, now);
    const details = mergedDetails(shown, typed, now);
    if (meanwhile.length > 0)
      return context.html(
        <EditPage frame={frame} details={details} shown={now} meanwhile={meanwhile} />,
        409,
      );
    if (text('change') !== '') return context.html(<EditPage frame={frame} details={typed} shown={now} />);
    const change = changeOf(now, typed);
    if (!change.ok)
      return context.html(<EditPage frame={frame} details={typed} shown={now} faults={change.faults} />, 422);
    const changed = changedDetails(now, typed);
    if (changed.length === 0)
      return context.html(<EditPage frame={frame} details={typed} shown={now} isUnchanged />);
    const { address } = context.var.visit.reader;
    return context.html(
      <ReviewDetailsPage
        frame={frame}
        before={now}
        after={typed}
        changed={changed}
        version={view.version}
        address={address}
      />,
    );
  });
}

function mailRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/account/mails', (context) =>
    show(context, portal, 'mails', { after: context.req.query('after') }, (view, outcome) =>
      context.html(<MailsPage frame={frameIn(context, view.branding)} view={view} outcome={outcome} />),
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
