import type { UpdatesView } from '../../../../app/portal/views/updates.ts';
import { Confirmation } from '../../parts/confirmation.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { type Outcome, Done } from '../../parts/outcome.tsx';
import { licencePath } from '../../parts/paths.ts';
import { Go } from '../../parts/pieces.tsx';
import { aboutLicence } from '../changes/renewal.tsx';

interface UpdatesPageProps {
  readonly frame: Frame;
  readonly view: UpdatesView;
  readonly outcome?: Outcome | undefined;
}

/** The updates of a product, with the passwords that this licence was given. */
export function UpdatesPage({ frame, view, outcome }: UpdatesPageProps) {
  const { say, localiser } = frame;
  const words = say.updates;
  const { licence, updates, isEntitled, leftAnnouncementsOn: left } = view;
  const isOwn = view.rights === 'own';
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      back={{ to: licencePath(licence.licenceId), label: frame.say.frame.back }}
    >
      <Done frame={frame} outcome={outcome} />
      <p class="lead">{isEntitled ? words.entitled : words.notEntitled}</p>
      {updates.length === 0 ? <p>{words.none}</p> : <Updates frame={frame} view={view} />}

      <section>
        <h2>{words.announcements}</h2>
        <p>{left === undefined ? words.onTheList : words.left(localiser.date(left))}</p>
        {isOwn && (
          <p class="do">
            <Go
              to={licencePath(licence.licenceId, 'announcements', left === undefined ? 'leave' : 'join')}
              second
            >
              {left === undefined ? words.leave : words.join}
            </Go>
          </p>
        )}
      </section>
    </Layout>
  );
}

function Updates({ frame, view }: Pick<UpdatesPageProps, 'frame' | 'view'>) {
  const { say, localiser } = frame;
  const words = say.updates;
  const { licence, updates, rights } = view;
  const isOwn = rights === 'own';
  return (
    <ul class="rows">
      {updates.map(({ version, publishedOn, password }) => (
        <li>
          <div class="row">
            <div>
              <strong>{words.version(version)}</strong>
              <small>{words.published(localiser.date(publishedOn))}</small>
            </div>
            {password !== undefined && (
              <div class="side">
                <small>{words.password}</small>
                <code class="copy">{password}</code>
              </div>
            )}
            {password === undefined && isOwn && (
              <a class="button second" href={licencePath(licence.licenceId, 'updates', version)}>
                {words.askForPassword} <span class="hidden">{words.version(version)}</span>
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface PasswordPageProps {
  readonly frame: Frame;
  readonly view: UpdatesView;
  readonly version: string;
}

export function PasswordPage({ frame, view, version }: PasswordPageProps) {
  const words = frame.say.updates.asking;
  const { licence, isEntitled } = view;
  return (
    <Confirmation
      frame={frame}
      title={words.title(version)}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      lead={isEntitled ? words.given : words.refused}
      back={licencePath(licence.licenceId, 'updates')}
      action={licencePath(licence.licenceId, 'updates', version)}
      button={words.ask}
    />
  );
}
