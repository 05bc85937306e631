import type { Hono } from 'hono';
import type { PortalEnvironment } from '../environment.ts';
import { ChangesPage } from '../pages/changes/changes.tsx';
import { EditionPage, ModulesPage } from '../pages/changes/confirm.tsx';
import { invoicePath, licencePath, quotePath } from '../parts/paths.ts';
import { act, type Asked, show } from './answers.tsx';
import { formOf, frameIn } from './context.ts';
import { refused } from './licences.tsx';

/** Other editions and more modules, with their prices first. */
export function changeRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/licences/:licence/change', (context) => {
    const licenceId = context.req.param('licence');
    return show(context, portal, 'changes', { licenceId }, (view) =>
      context.html(<ChangesPage frame={frameIn(context, view.branding)} view={view} />),
    );
  });
  app.get('/licences/:licence/change/edition/:edition', (context) => {
    const { licence: licenceId, edition } = context.req.param();
    return show(context, portal, 'changes', { licenceId }, (view) => {
      const frame = frameIn(context, view.branding);
      const offered = view.editions.find((each) => each.edition === edition);
      if (offered === undefined) {
        const error = frame.say.changes.edition.gone;
        return context.html(<ChangesPage frame={frame} view={view} error={error} />, 404);
      }
      return offered.can === 'not'
        ? refused(context, view.branding, offered.refusal, licencePath(licenceId, 'change'))
        : context.html(<EditionPage frame={frame} licence={view.licence} edition={offered} />);
    });
  });
  app.post('/licences/:licence/change/edition/:edition', (context) => {
    const { licence: licenceId, edition } = context.req.param();
    return act(context, portal, {
      name: 'request-change',
      input: { licenceId, edition },
      back: licencePath(licenceId, 'change'),
      then: (did) => (did?.quote === undefined ? licencePath(licenceId) : quotePath(did.quote)),
      said: ({ quote }) => (quote === undefined ? 'change-made' : 'request-change'),
    });
  });
  app.get('/licences/:licence/change/modules', async (context) => {
    const licenceId = context.req.param('licence');
    const skus = context.req.queries('sku') ?? [];
    if (skus.length === 0) {
      return show(context, portal, 'changes', { licenceId }, (view) => {
        const frame = frameIn(context, view.branding);
        return context.html(<ChangesPage frame={frame} view={view} error={frame.say.changes.pickOne} />, 422);
      });
    }
    return show(context, portal, 'modules-preview', { licenceId, skus }, (preview) =>
      preview.price === undefined
        ? refused(context, preview.branding, preview.refusal, licencePath(licenceId, 'change'))
        : context.html(
            <ModulesPage
              frame={frameIn(context, preview.branding)}
              preview={preview}
              price={preview.price}
            />,
          ),
    );
  });
  app.post('/licences/:licence/change/modules', async (context) => {
    const licenceId = context.req.param('licence');
    const { text, all } = await formOf(context);
    const total = { amount: Number(text('amount')), currency: text('currency') };
    return act(context, portal, {
      name: 'add-modules',
      input: { licenceId, skus: all('sku'), total },
      back: licencePath(licenceId, 'change'),
      then: (did) => (did?.invoice === undefined ? licencePath(licenceId) : invoicePath(did.invoice)),
      said: ({ invoice }) => (invoice === undefined ? 'modules-added-free' : 'add-modules'),
    });
  });
}
