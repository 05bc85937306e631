import type { Hono } from 'hono';
import type { PortalEnvironment } from '../environment.ts';
import { CancelPage, RequestQuotePage, ResumePage } from '../pages/changes/renewal.tsx';
import { LicencePage } from '../pages/licences/licence.tsx';
import { LicencesPage } from '../pages/licences/licences.tsx';
import { licencePath, quotePath } from '../parts/paths.ts';
import { Problem } from '../parts/problem.tsx';
import type { Refusal } from '../../../app/portal/refusal.ts';
import type { Branding } from '../../../app/portal/views/branding.ts';
import { act, type Asked, show } from './answers.tsx';
import { formOf, frameIn, type PageContext } from './context.ts';

/** Licences, and their renewal. */
export function licenceRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/', (context) => context.redirect('/licences', 303));
  app.get('/licences', (context) => {
    const { customer: customerId, after, afterCustomer } = context.req.query();
    return show(context, portal, 'licences', { customerId, after, afterCustomer }, (view, outcome) =>
      context.html(<LicencesPage frame={frameIn(context, view.branding)} view={view} outcome={outcome} />),
    );
  });
  app.get('/together/:licence/:version{[1-9][0-9]{0,8}}', (context) => {
    const { licence: licenceId, version } = context.req.param();
    const shared = { licenceId, version: Number(version) };
    return show(context, portal, 'licences', { shared, after: context.req.query('after') }, (view) =>
      context.html(<LicencesPage frame={frameIn(context, view.branding)} view={view} shared={shared} />),
    );
  });
  app.get('/licences/:licence', (context) => {
    const licenceId = context.req.param('licence');
    return show(context, portal, 'licence', { licenceId }, (view, outcome) =>
      context.html(<LicencePage frame={frameIn(context, view.branding)} view={view} outcome={outcome} />),
    );
  });

  app.get('/licences/:licence/cancel', (context) => {
    const licenceId = context.req.param('licence');
    return show(context, portal, 'cancelling', { licenceId }, ({ branding, licence, effect, refusal }) =>
      effect === undefined
        ? refused(context, branding, refusal, licencePath(licenceId))
        : context.html(<CancelPage frame={frameIn(context, branding)} licence={licence} effect={effect} />),
    );
  });
  app.post('/licences/:licence/cancel', async (context) => {
    const licenceId = context.req.param('licence');
    const { text } = await formOf(context);
    return act(context, portal, {
      name: 'cancel-renewal',
      input: { licenceId, endsOn: text('endsOn') },
      back: licencePath(licenceId, 'cancel'),
      then: () => licencePath(licenceId),
    });
  });

  app.get('/licences/:licence/resume', (context) => {
    const licenceId = context.req.param('licence');
    return show(context, portal, 'resuming', { licenceId }, (view) =>
      view.refusal === undefined
        ? context.html(<ResumePage frame={frameIn(context, view.branding)} view={view} />)
        : refused(context, view.branding, view.refusal, licencePath(licenceId)),
    );
  });
  app.post('/licences/:licence/resume', (context) => {
    const licenceId = context.req.param('licence');
    return act(context, portal, {
      name: 'resume-renewal',
      input: { licenceId },
      back: licencePath(licenceId),
      then: () => licencePath(licenceId),
    });
  });

  app.get('/licences/:licence/quote', (context) => {
    const licenceId = context.req.param('licence');
    return show(context, portal, 'licence', { licenceId }, (view) =>
      context.html(<RequestQuotePage frame={frameIn(context, view.branding)} licence={view} />),
    );
  });
  app.post('/licences/:licence/quote', (context) => {
    const licenceId = context.req.param('licence');
    return act(context, portal, {
      name: 'request-quote',
      input: { licenceId },
      back: licencePath(licenceId),
      then: (did) => (did === undefined ? licencePath(licenceId) : quotePath(did.quote)),
      said: ({ isSentAgain }) => (isSentAgain ? 'quote-sent-again' : 'request-quote'),
    });
  });
}

/** Says why something cannot be done, before it is tried. */
export function refused(
  context: PageContext,
  branding: Branding,
  refusal: Refusal | undefined,
  path: string,
): Response | Promise<Response> {
  const frame = frameIn(context, branding);
  const { problems, refusals } = frame.say;
  return context.html(
    <Problem
      frame={frame}
      title={problems.refused.title}
      lead={refusals[refusal?.code ?? 'other']}
      to={{ path, label: frame.say.frame.back }}
    />,
    409,
  );
}
