import type { MailPreferencesView, MailsOfLicence } from '../../../../app/portal/views/customer.ts';
import { Confirmation } from '../../parts/confirmation.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { type Outcome, Done } from '../../parts/outcome.tsx';
import { licencePath } from '../../parts/paths.ts';
import { Go } from '../../parts/pieces.tsx';

interface MailsPageProps {
  readonly frame: Frame;
  readonly view: MailPreferencesView;
  readonly outcome?: Outcome | undefined;
}

/** What mails the customer gets, licence by licence. */
export function MailsPage({ frame, view, outcome }: MailsPageProps) {
  const { say, localiser } = frame;
  const words = say.mails;
  const { licences, copies, next, customer } = view;
  const isAllStopped = licences.every(({ stoppedOn }) => stoppedOn !== undefined);
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="account"
      back={{ to: '/account', label: say.account.title }}
      kicker={customer.name}
    >
      <Done frame={frame} outcome={outcome} />
      <p class="lead">{words.lead}</p>
      {copies !== undefined && (
        <section>
          <h2>{words.copies}</h2>
          <p>
            {copies.stoppedOn === undefined
              ? words.copiesSent
              : words.stopped(localiser.date(copies.stoppedOn))}
          </p>
          <p class="do">
            <Go to={`/account/mails/${copies.stoppedOn === undefined ? 'stop' : 'resume'}-copies`} second>
              {copies.stoppedOn === undefined ? words.stop : words.resume}
            </Go>
          </p>
        </section>
      )}
      <ul class="rows">
        {licences.map((licence) => (
          <Licence frame={frame} licence={licence} />
        ))}
      </ul>
      <p class="do">
        {licences.length > 1 && (
          <Go to={`/account/mails/${isAllStopped ? 'resume' : 'stop'}`} second>
            {isAllStopped ? words.resumeAll : words.stopAll}
          </Go>
        )}
        {next !== undefined && (
          <Go to={`/account/mails?after=${encodeURIComponent(next)}`} second>
            {say.frame.more}
          </Go>
        )}
      </p>
    </Layout>
  );
}

function Licence({ frame, licence }: { readonly frame: Frame; readonly licence: MailsOfLicence }) {
  const { say, localiser } = frame;
  const words = say.mails;
  const { licenceId, product, stoppedOn, announcements } = licence;
  const left = announcements?.leftOn;
  return (
    <li>
      <div class="row">
        <div>
          <strong>{`${product}, ${licenceId}`}</strong>
          <small>{stoppedOn === undefined ? words.sent : words.stopped(localiser.date(stoppedOn))}</small>
        </div>
        <a
          class="button second"
          href={`/account/mails/${stoppedOn === undefined ? 'stop' : 'resume'}?licence=${encodeURIComponent(licenceId)}`}
        >
          {stoppedOn === undefined ? words.stop : words.resume} <span class="hidden">{licenceId}</span>
        </a>
      </div>
      {announcements !== undefined && (
        <div class="row">
          <div>
            {words.updates}
            <small>{left === undefined ? say.updates.onTheList : words.stopped(localiser.date(left))}</small>
          </div>
          <a
            class="button second"
            href={licencePath(licenceId, 'announcements', left === undefined ? 'leave' : 'join')}
          >
            {left === undefined ? words.stop : words.resume}{' '}
            <span class="hidden">{`${words.updates}, ${licenceId}`}</span>
          </a>
        </div>
      )}
    </li>
  );
}

/** The choices that the page of mails leads to, by the last part of their path. */
export const mailChoices = {
  stop: { action: 'stop-mails', words: 'stop' },
  resume: { action: 'resume-mails', words: 'resume' },
  'stop-copies': { action: 'stop-copies', words: 'stopCopies' },
  'resume-copies': { action: 'resume-copies', words: 'resumeCopies' },
} as const;

interface MailChoicePageProps {
  readonly frame: Frame;
  readonly choice: keyof typeof mailChoices;
  /** For one licence; for all where none is named. */
  readonly licenceId: string | undefined;
}

export function MailChoicePage({ frame, choice, licenceId }: MailChoicePageProps) {
  const words = frame.say.mails;
  const { title, lead } = words.review[mailChoices[choice].words];
  const isForCopies = choice === 'stop-copies' || choice === 'resume-copies';
  const scope =
    licenceId === undefined ? words.forAll : words.forLicence(frame.say.licences.licence(licenceId));
  return (
    <Confirmation
      frame={frame}
      title={title}
      section="account"
      lead={lead}
      back="/account/mails"
      action={`/account/mails/${choice}`}
      values={{ licence: licenceId }}
      button={choice.startsWith('stop') ? words.stop : words.resume}
    >
      {!isForCopies && <p>{scope}</p>}
    </Confirmation>
  );
}

interface AnnouncementsPageProps {
  readonly frame: Frame;
  readonly licenceId: string;
  readonly choice: 'leave' | 'join';
}

export function AnnouncementsPage({ frame, licenceId, choice }: AnnouncementsPageProps) {
  const { title, lead } = frame.say.mails.review[choice];
  return (
    <Confirmation
      frame={frame}
      title={title}
      section="account"
      lead={lead}
      back="/account/mails"
      action={licencePath(licenceId, 'announcements', choice)}
      button={frame.say.updates[choice]}
    >
      <p>{frame.say.mails.forLicence(frame.say.licences.licence(licenceId))}</p>
    </Confirmation>
  );
}
