import type { SupportView, TicketView } from '../../../../app/portal/views/support.ts';
import { type Frame, momentIn, named } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { type Outcome, Done } from '../../parts/outcome.tsx';
import { licencePath } from '../../parts/paths.ts';
import { Go, State } from '../../parts/pieces.tsx';
import { aboutLicence } from '../changes/renewal.tsx';

interface SupportPageProps {
  readonly frame: Frame;
  readonly view: SupportView;
  readonly outcome?: Outcome | undefined;
}

/** What support a licence has, and its tickets. */
export function SupportPage({ frame, view, outcome }: SupportPageProps) {
  const words = frame.say.support;
  const { licence, emergency, tickets } = view;
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      back={{ to: licencePath(licence.licenceId), label: frame.say.frame.back }}
    >
      <Done frame={frame} outcome={outcome} />
      <p class="lead">{termsOf(frame, view)}</p>
      {view.rights === 'own' && (
        <p class="do">
          <Go to={licencePath(licence.licenceId, 'support', 'open')}>{words.open}</Go>
        </p>
      )}
      {emergency?.isOffered === true && (
        <section>
          <h2>{words.emergency}</h2>
          <p>
            {words.emergencyLead(
              frame.localiser.money(emergency.net),
              words.hours(emergency.respondWithinHours),
            )}
            {emergency.isRefundable && ` ${words.refundable}`}
          </p>
          {view.rights === 'own' && (
            <p class="do">
              <Go to={licencePath(licence.licenceId, 'support', 'emergency')} second>
                {words.openEmergency}
              </Go>
            </p>
          )}
        </section>
      )}
      <section>
        <h2>{words.tickets}</h2>
        {tickets.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul class="rows">
            {tickets.map((ticket) => (
              <Ticket frame={frame} view={view} ticket={ticket} />
            ))}
          </ul>
        )}
      </section>
    </Layout>
  );
}

function termsOf(frame: Frame, { standard, firstResponseWithinBusinessHours: hours }: SupportView): string {
  const { say, localiser } = frame;
  const words = say.support;
  switch (standard.terms) {
    case 'free':
      return words.free(hours === undefined ? undefined : words.businessHours(hours));
    case 'charged': {
      const { rate, perHour } = standard;
      return words.charged(
        rate === undefined ? undefined : named(frame, rate),
        perHour === undefined ? undefined : localiser.money(perHour),
      );
    }
    case 'declined':
      return words.declined(standard.instead === undefined ? undefined : named(frame, standard.instead));
  }
}

interface TicketProps {
  readonly frame: Frame;
  readonly view: SupportView;
  readonly ticket: TicketView;
}

function Ticket({ frame, view, ticket }: TicketProps) {
  const { say, localiser } = frame;
  const words = say.support;
  const { ticketId, openedAt, closedOn, firstResponseBy, access, terms } = ticket;
  const isOpen = closedOn === undefined;
  const to = (page: string) => licencePath(view.licence.licenceId, 'tickets', ticketId, page);
  const mayAct = isOpen && view.rights === 'own';
  return (
    <li>
      <div class="row">
        <div>
          <strong>{words.ticket(ticketId)}</strong>{' '}
          <State tone={isOpen ? 'warn' : 'calm'}>
            {isOpen ? words.isOpen : words.isClosed(localiser.date(closedOn))}
          </State>
          <small>
            {words.opened(momentIn(frame, openedAt, view.timeZone))} · {words.terms[terms]}
            {view.hasRemoteAccess && ` · ${words.access[access]}`}
          </small>
          {isOpen && firstResponseBy !== undefined && (
            <small>{words.answerBy(momentIn(frame, firstResponseBy, view.timeZone))}</small>
          )}
        </div>
      </div>
      {mayAct && (
        <p class="do near">
          {view.hasRemoteAccess && access !== 'granted' && (
            <Go to={to('grant')} second>
              {words.grant}
            </Go>
          )}
          {access === 'granted' && (
            <Go to={to('revoke')} second>
              {words.revoke}
            </Go>
          )}
          <Go to={to('close')} second>
            {words.close}
          </Go>
        </p>
      )}
    </li>
  );
}
