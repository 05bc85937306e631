import type { LicenceSummary } from '../../../../app/portal/views/licences.ts';
import type { CancellingView, ResumingView } from '../../../../app/portal/views/renewal.ts';
import { Confirmation } from '../../parts/confirmation.tsx';
import { type Frame, named } from '../../parts/frame.ts';
import { licencePath } from '../../parts/paths.ts';
import { licenceNumber, productOf, standingOf } from '../../parts/sentences.ts';

/** Which licence a confirmation is about. */
export function aboutLicence(frame: Frame, licence: LicenceSummary): string {
  return `${productOf(licence)}, ${licenceNumber(frame, licence)}`;
}

interface CancelPageProps {
  readonly frame: Frame;
  readonly licence: LicenceSummary;
  readonly effect: NonNullable<CancellingView['effect']>;
}

/** When cover ends after a cancellation, and what ends with it. */
export function CancelPage({ frame, licence, effect }: CancelPageProps) {
  const { say, localiser } = frame;
  const words = say.cancelling;
  const page = licencePath(licence.licenceId);
  const { endsOn, noticeUntil, isLate, losesBenefits, owed } = effect;
  return (
    <Confirmation
      frame={frame}
      title={words.title}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      lead={words.lead(localiser.date(endsOn))}
      back={page}
      backLabel={words.keep}
      action={licencePath(licence.licenceId, 'cancel')}
      values={{ endsOn }}
      button={words.cancel}
    >
      {noticeUntil !== undefined && (
        <p>{(isLate ? words.late : words.inTime)(localiser.date(noticeUntil))}</p>
      )}
      {losesBenefits.length > 0 && (
        <>
          <h2>{words.ends}</h2>
          <ul class="ticks">
            {losesBenefits.map(({ name }) => (
              <li class="no">{named(frame, name)}</li>
            ))}
          </ul>
        </>
      )}
      <p class="after">{effect.softwareMayBeUsed ? words.keeps : words.noUse}</p>
      {owed.length > 0 && <p>{words.owed(owed.join(', '))}</p>}
      <p>{words.undo}</p>
    </Confirmation>
  );
}

export function ResumePage({ frame, view }: { readonly frame: Frame; readonly view: ResumingView }) {
  const { licence, next } = view;
  const words = frame.say.resuming;
  const then = next === undefined ? [] : standingOf(frame, { ...licence, next }).slice(1);
  return (
    <Confirmation
      frame={frame}
      title={words.title}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      lead={[words.lead, ...then].join(' ')}
      back={licencePath(licence.licenceId)}
      action={licencePath(licence.licenceId, 'resume')}
      button={words.resume}
    />
  );
}

export function RequestQuotePage({
  frame,
  licence,
}: {
  readonly frame: Frame;
  readonly licence: LicenceSummary;
}) {
  const words = frame.say.requestingQuote;
  return (
    <Confirmation
      frame={frame}
      title={words.title}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      lead={words.lead}
      back={licencePath(licence.licenceId)}
      action={licencePath(licence.licenceId, 'quote')}
      button={words.ask}
    />
  );
}
