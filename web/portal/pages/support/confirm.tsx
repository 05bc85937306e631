import type { LicenceSummary } from '../../../../app/portal/views/licences.ts';
import type { SupportView } from '../../../../app/portal/views/support.ts';
import { Confirmation } from '../../parts/confirmation.tsx';
import { Field } from '../../parts/form.tsx';
import { type Frame, named } from '../../parts/frame.ts';
import { licencePath } from '../../parts/paths.ts';
import { aboutLicence } from '../changes/renewal.tsx';

interface OpenTicketPageProps {
  readonly frame: Frame;
  readonly view: SupportView;
  readonly isEmergency: boolean;
  readonly installed?: string;
  readonly error?: string | undefined;
}

/** What opening a ticket does and costs. */
export function OpenTicketPage({ frame, view, isEmergency, installed, error }: OpenTicketPageProps) {
  const { say, localiser } = frame;
  const { opening, openingEmergency, ...words } = say.support;
  const { licence, standard, emergency } = view;
  const sold = isEmergency ? emergency : undefined;
  const net = sold === undefined ? '' : localiser.money(sold.net);
  const costs = {
    free: () => opening.free,
    declined: () => opening.declined,
    charged: () =>
      standard.terms === 'charged'
        ? words.charged(
            standard.rate === undefined ? undefined : named(frame, standard.rate),
            standard.perHour === undefined ? undefined : localiser.money(standard.perHour),
          )
        : '',
  };
  return (
    <Confirmation
      frame={frame}
      title={sold === undefined ? opening.title : openingEmergency.title}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      lead={opening.lead}
      back={licencePath(licence.licenceId, 'support')}
      action={licencePath(licence.licenceId, 'support', sold === undefined ? 'open' : 'emergency')}
      button={sold === undefined ? opening.open : openingEmergency.open(net)}
      faults={{ installed: error }}
      fields={
        <Field
          name="installed"
          label={opening.installed}
          hint={opening.installedHint}
          value={installed}
          error={error}
          focus={error !== undefined}
        />
      }
    >
      {sold === undefined ? (
        <p>{costs[standard.terms]()}</p>
      ) : (
        <>
          <p>
            {words.emergencyLead(net, words.hours(sold.respondWithinHours))}
            {sold.isRefundable && ` ${words.refundable}`}
          </p>
          <p>{openingEmergency.invoice}</p>
        </>
      )}
    </Confirmation>
  );
}

/** What is done about a ticket. */
export const ticketActions = {
  grant: 'grant-access',
  revoke: 'revoke-access',
  close: 'close-ticket',
} as const;

interface TicketActionPageProps {
  readonly frame: Frame;
  readonly licence: LicenceSummary;
  readonly ticketId: string;
  readonly verb: keyof typeof ticketActions;
}

export function TicketActionPage({ frame, licence, ticketId, verb }: TicketActionPageProps) {
  const words = frame.say.support;
  const { title, lead } = { grant: words.granting, revoke: words.revoking, close: words.closing }[verb];
  return (
    <Confirmation
      frame={frame}
      title={title}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      lead={lead(ticketId)}
      back={licencePath(licence.licenceId, 'support')}
      action={licencePath(licence.licenceId, 'tickets', ticketId, verb)}
      button={words[verb]}
    >
      {verb === 'grant' && <p>{words.granting.end}</p>}
    </Confirmation>
  );
}
