import { actionPath } from '../../parts/paths.ts';
import type { Applicable } from '../actions/applicability.ts';
import type { Group } from '../actions/action.ts';

interface ActionListProps {
  readonly licenceId: string;
  readonly actions: readonly Applicable[];
}

const groups: readonly Group[] = [
  'Money',
  'Quotes and orders',
  'Cover',
  'Support',
  'Updates',
  'Mails',
  'Records',
];

/** What can be done to the licence now; and what cannot, with the reason. */
export function ActionList({ licenceId, actions }: ActionListProps) {
  const fitting = actions.filter(({ whyNot }) => whyNot === undefined);
  const others = actions.filter(({ whyNot }) => whyNot !== undefined);
  return (
    <nav class="actions" aria-label="Actions">
      {groups.map((group) => {
        const ofGroup = fitting.filter(({ action }) => action.group === group);
        if (ofGroup.length === 0) return null;
        return (
          <>
            <h3>{group}</h3>
            <ul>
              {ofGroup.map(({ activity, action }) => (
                <li>
                  <a
                    href={actionPath(licenceId, activity)}
                    class={action.isFinal === true ? 'final' : undefined}
                  >
                    {action.title}
                  </a>
                </li>
              ))}
            </ul>
          </>
        );
      })}
      {fitting.length === 0 ? <p>Nothing can be done to this licence.</p> : null}
      <details>
        <summary>What does not apply, and why</summary>
        <dl>
          {others.map(({ action, whyNot }) => (
            <div>
              <dt>{action.title}</dt>
              <dd>{whyNot}</dd>
            </div>
          ))}
        </dl>
      </details>
    </nav>
  );
}

/** The actions that are wanted most for a licence as it is: at most three buttons. */
export function FirstActions({ licenceId, actions }: ActionListProps) {
  const wanted = [
    'accept-quote',
    'accept-change',
    'install',
    'activate',
    'release',
    'resume',
    'payment',
    'request-quote',
    'note',
  ];
  const first = wanted.flatMap((name) =>
    actions.filter(({ activity, whyNot }) => activity === name && whyNot === undefined),
  );
  return (
    <>
      {first.slice(0, 3).map(({ activity, action }, index) => (
        <a class={index === 0 ? 'button primary' : 'button'} href={actionPath(licenceId, activity)}>
          {action.title}
        </a>
      ))}
    </>
  );
}
