import type { Hono } from 'hono';
import { versionSchema } from '../../../domain/updates/version.ts';
import type { PortalEnvironment } from '../environment.ts';
import { AnnouncementsPage } from '../pages/account/mails.tsx';
import { OpenTicketPage, TicketActionPage, ticketActions } from '../pages/support/confirm.tsx';
import { SupportPage } from '../pages/support/support.tsx';
import { PasswordPage, UpdatesPage } from '../pages/support/updates.tsx';
import { clipped } from '../parts/faults.tsx';
import { licencePath } from '../parts/paths.ts';
import { act, type Asked, notFound, show } from './answers.tsx';
import { formOf, frameIn, type PageContext } from './context.ts';

/** Support tickets with remote access, and updates with their passwords. */
export function supportRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/licences/:licence/support', (context) => {
    const licenceId = context.req.param('licence');
    return show(context, portal, 'support', { licenceId }, (view, outcome) =>
      context.html(<SupportPage frame={frameIn(context, view.branding)} view={view} outcome={outcome} />),
    );
  });
  for (const page of ['open', 'emergency'] as const) {
    const isEmergency = page === 'emergency';
    const form = (context: PageContext, licenceId: string, installed = '', isBad = false) =>
      show(context, portal, 'support', { licenceId }, (view) => {
        if (isEmergency && view.emergency?.isOffered !== true) return notFound(context, portal);
        const frame = frameIn(context, view.branding);
        const error = isBad ? frame.say.support.opening.badVersion(clipped(installed)) : undefined;
        return context.html(
          <OpenTicketPage
            frame={frame}
            view={view}
            isEmergency={isEmergency}
            installed={installed}
            error={error}
          />,
          isBad ? 422 : 200,
        );
      });
    app.get(`/licences/:licence/support/${page}`, (context) => form(context, context.req.param('licence')));
    app.post(`/licences/:licence/support/${page}`, async (context) => {
      const licenceId = context.req.param('licence');
      const installed = (await formOf(context)).text('installed');
      if (installed !== '' && !versionSchema.safeParse(installed).success)
        return form(context, licenceId, installed, true);
      return act(context, portal, {
        name: 'open-ticket',
        input: { licenceId, emergency: isEmergency, ...(installed !== '' && { installed }) },
        back: licencePath(licenceId, 'support'),
        then: () => licencePath(licenceId, 'support'),
        said: (did) =>
          'declined' in did
            ? 'support-declined'
            : did.invoice === undefined
              ? 'open-ticket'
              : 'emergency-opened',
      });
    });
  }
  for (const verb of ['grant', 'revoke', 'close'] as const) {
    const path = `/licences/:licence/tickets/:ticket/${verb}` as const;
    app.get(path, (context) => {
      const { licence: licenceId, ticket } = context.req.param();
      return show(context, portal, 'support', { licenceId }, (view) =>
        view.tickets.some(({ ticketId }) => ticketId === ticket)
          ? context.html(
              <TicketActionPage
                frame={frameIn(context, view.branding)}
                licence={view.licence}
                ticketId={ticket}
                verb={verb}
              />,
            )
          : notFound(context, portal),
      );
    });
    app.post(path, (context) => {
      const { licence: licenceId, ticket: ticketId } = context.req.param();
      return act(context, portal, {
        name: ticketActions[verb],
        input: { licenceId, ticketId },
        back: licencePath(licenceId, 'support'),
        then: () => licencePath(licenceId, 'support'),
      });
    });
  }
  updateRoutes(app, portal);
}

function updateRoutes(app: Hono<PortalEnvironment>, portal: Asked): void {
  app.get('/licences/:licence/updates', (context) => {
    const licenceId = context.req.param('licence');
    return show(context, portal, 'updates', { licenceId }, (view, outcome) =>
      context.html(<UpdatesPage frame={frameIn(context, view.branding)} view={view} outcome={outcome} />),
    );
  });
  app.get('/licences/:licence/updates/:version', (context) => {
    const { licence: licenceId, version } = context.req.param();
    return show(context, portal, 'updates', { licenceId }, (view) =>
      view.updates.some((update) => update.version === version)
        ? context.html(<PasswordPage frame={frameIn(context, view.branding)} view={view} version={version} />)
        : notFound(context, portal),
    );
  });
  app.post('/licences/:licence/updates/:version', (context) => {
    const { licence: licenceId, version } = context.req.param();
    return act(context, portal, {
      name: 'request-password',
      input: { licenceId, version },
      back: licencePath(licenceId, 'updates'),
      then: () => licencePath(licenceId, 'updates'),
      said: ({ isGiven }) => (isGiven ? 'request-password' : 'password-refused'),
    });
  });
  for (const choice of ['leave', 'join'] as const) {
    const path = `/licences/:licence/announcements/${choice}` as const;
    app.get(path, (context) => {
      const { licence: licenceId } = context.req.param();
      return show(context, portal, 'updates', { licenceId }, (view) =>
        context.html(
          <AnnouncementsPage frame={frameIn(context, view.branding)} licenceId={licenceId} choice={choice} />,
        ),
      );
    });
    app.post(path, (context) => {
      const { licence: licenceId } = context.req.param();
      return act(context, portal, {
        name: `${choice}-announcements`,
        input: { licenceId },
        back: licencePath(licenceId, 'updates'),
        then: () => licencePath(licenceId, 'updates'),
      });
    });
  }
}
