import { licencePath } from '../../parts/paths.ts';
import { plannedMailInWords } from '../../../../client/words/planned-mail-in-words.ts';
import { eventInWords } from '../../../../client/words/event-in-words.ts';
import { sentence } from '../../../../client/words/sentence.ts';
import type { AnswerOf } from '../../../../contracts/operator/answers.ts';
import type { ConsoleContext } from '../../context.ts';
import { ConfirmForm } from '../../parts/confirm-form.tsx';
import { PostForm } from '../../parts/post-form.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { About, Action } from '../actions/action.ts';
import type { Given } from '../actions/read-form.ts';
import { FieldInput } from './field-input.tsx';
import { dayField } from './form-page.tsx';

interface PreviewPageProps {
  readonly c: ConsoleContext;
  readonly about: About;
  readonly action: Action;
  /** Path of the action's form; the confirmation is below it. */
  readonly path: string;
  readonly given: Given;
  readonly planned: AnswerOf<'command'>;
  readonly mistake?: string | undefined;
}

/** What an action will do and mail, by the deployed plans; then the button that does it. */
export function PreviewPage({ c, about, action, path, given, planned, mistake }: PreviewPageProps) {
  const { licenceId } = about.licence.facts;
  const isNothing = planned.outcome === 'accepted' && planned.events.length === 0;
  return (
    <>
      <p>{action.says}</p>
      {planned.outcome === 'rejected' ? (
        <Notice kind="warning">
          <strong>This cannot be done:</strong> {planned.reason ?? 'no reason was given'}. Nothing was
          changed.
        </Notice>
      ) : isNothing ? (
        <Notice kind="info">There is nothing to do: this is already the case.</Notice>
      ) : (
        <>
          <Planned planned={planned} about={about} />
          <ConfirmForm
            c={c}
            action={`${path}/confirm`}
            label={action.title}
            isDangerous={action.isFinal === true}
          >
            <Repeated given={given} />
            {action.isFinal === true ? (
              <FieldInput
                field={{
                  name: 'typed',
                  label: `Type ${licenceId} to confirm`,
                  hint: 'This cannot be taken back.',
                  type: 'line',
                }}
                given={undefined}
                mistake={mistake}
              />
            ) : null}
          </ConfirmForm>
        </>
      )}
      <PostForm c={c} action={path} class="again">
        <Repeated given={Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'on'))} />
        <details>
          <summary>On another day</summary>
          <FieldInput field={dayField} given={given['on']} mistake={undefined} />
          <button type="submit">Show what will happen</button>
        </details>
        <p class="buttons">
          {action.fields === undefined ? null : (
            <button type="submit" name="edit" value="yes">
              Change the form
            </button>
          )}
          <a class="button" href={licencePath(licenceId)}>
            Back to the licence
          </a>
        </p>
      </PostForm>
    </>
  );
}

/** The fields of the form as they were given. */
function Repeated({ given }: { readonly given: Given }) {
  return (
    <>
      {Object.entries(given).flatMap(([name, values]) =>
        values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  );
}

function Planned({ planned, about }: Pick<PreviewPageProps, 'planned' | 'about'>) {
  const { events, planned: mails = [] } = planned;
  const [first] = events;
  const isOfSeveral = events.some(({ licenceId }) => licenceId !== first?.licenceId);
  return (
    <section class="panel preview" aria-labelledby="will-happen">
      <h2 id="will-happen">This will happen{first === undefined ? '' : `, dated ${first.date}`}</h2>
      <ul>
        {events.map((event) => (
          <li>
            {isOfSeveral ? `${event.licenceId}: ` : ''}
            {sentence(eventInWords(event), about.numbers)}
            <br />
            <span class="muted">because {event.because}</span>
          </li>
        ))}
      </ul>
      <h3>Mails</h3>
      {mails.length === 0 ? <p>No mail is sent.</p> : null}
      <ul>
        {mails.map((mail) => (
          <li>{sentence(plannedMailInWords(mail), about.numbers)}</li>
        ))}
      </ul>
    </section>
  );
}
