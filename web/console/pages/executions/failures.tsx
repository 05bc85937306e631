import { statePath } from '../../parts/paths.ts';
import { failedStepOf, stateOfStep } from '../../../../client/runs/picture/traffic.ts';
import type { RunPicture } from '../../../../client/runs/picture/run-inspector.ts';
import { whyMailsWait, remedyFor } from '../../../../contracts/workflow/trouble.ts';
import { countOf } from '../../../../client/words/count-of.ts';
import { LicenceLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { type Column, Table } from '../../parts/table.tsx';

/** What stands first on a run that failed: where it broke off, why its mails wait, which licences failed in which state, and why. */
export function Failures({ picture, path }: { readonly picture: RunPicture; readonly path: string }) {
  const { broke, trouble, failed, failedCount } = picture;
  if (broke === undefined && trouble === undefined && failedCount === 0) return null;
  return (
    <Notice kind="error">
      {broke === undefined ? null : (
        <>
          <p>
            <strong>
              The run broke off at <a href={statePath(path, broke.state)}>{broke.state}</a>.
            </strong>
          </p>
          <p>{broke.reason}</p>
          <p>
            Nothing after that state was done. Remove the cause, then run the day again; what was done already
            is not done twice.
          </p>
        </>
      )}
      {trouble === undefined ? null : (
        <>
          <p>
            <strong>In this run, {whyMailsWait(trouble)}.</strong>
          </p>
          <p>To do: {withCommands(remedyFor(trouble))}.</p>
          <p>The run of the next day sends them. Running this day again does not.</p>
        </>
      )}
      {failedCount === 0 ? null : (
        <>
          <p>
            <strong>{countOf(failedCount, 'licence')} failed.</strong> Runs skip a parked licence until it is
            retried. What a run has left, the next one does.
          </p>
          <FailedLicences picture={picture} path={path} />
          {failedCount > failed.length ? (
            <p>
              And {failedCount - failed.length} more: <code>npx perennial executions show --failed</code>{' '}
              lists all.
            </p>
          ) : null}
        </>
      )}
    </Notice>
  );
}

function FailedLicences({ picture, path }: { readonly picture: RunPicture; readonly path: string }) {
  const columns: readonly Column<RunPicture['failed'][number]>[] = [
    { heading: 'Licence', of: ({ licenceId }) => <LicenceLink id={licenceId} /> },
    {
      heading: 'Failed at',
      of: ({ licenceId }) => {
        const state = stateOfFailure(picture, licenceId);
        return state === undefined ? '' : <a href={statePath(path, state)}>{state}</a>;
      },
    },
    { heading: 'Why', of: ({ reason }) => reason },
  ];
  return (
    <Table
      caption="Licences that failed in this run"
      columns={columns}
      rows={picture.failed}
      empty="None is named."
    />
  );
}

/** The state in which a licence failed, as far as the results that were read say so. */
function stateOfFailure({ trips, map }: RunPicture, licenceId: string): string | undefined {
  const trip = trips.find((one) => one.licenceId === licenceId);
  const step = trip === undefined ? undefined : failedStepOf(trip);
  return step === undefined || map?.inner === undefined ? undefined : stateOfStep(map.inner, step);
}

/** Words in which commands stand between backticks. */
function withCommands(words: string) {
  return words.split('`').map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>));
}
