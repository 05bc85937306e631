import { pathOf } from '../../../../contracts/portal/paths.ts';
import type { Shared } from '../../../../domain/licence/shared.ts';
import type { LicenceGroup, LicencesView, LicenceSummary } from '../../../../app/portal/views/licences.ts';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { type Outcome, Done } from '../../parts/outcome.tsx';
import { licencePath } from '../../parts/paths.ts';
import { Go, Row, State } from '../../parts/pieces.tsx';
import { licenceNumber, productOf, standingOf, stateOf } from '../../parts/sentences.ts';

interface LicencesPageProps {
  readonly frame: Frame;
  readonly view: LicencesView;
  readonly outcome?: Outcome | undefined;
  /** Where only the licences that share a mail are shown. */
  readonly shared?: Shared | undefined;
}

/** All licences of the reader; a partner's by customer. */
export function LicencesPage({ frame, view, outcome, shared }: LicencesPageProps) {
  const { say } = frame;
  const title = shared === undefined ? say.licences.title : say.licences.together.title;
  const groups = view.groups.filter(({ licences }) => licences.length > 0);
  const isAlone =
    view.nextCustomer === undefined &&
    groups.every(({ customerId }) => customerId === view.customer.customerId);
  return (
    <Layout frame={frame} title={title} section="licences" kicker={view.customer.name}>
      <Done frame={frame} outcome={outcome} />
      {groups.length === 0 && <p class="lead">{say.licences.none}</p>}
      {groups.map((group) => (
        <Group
          frame={frame}
          group={group}
          shared={shared}
          heading={
            isAlone
              ? undefined
              : group.customerId === view.customer.customerId
                ? say.licences.yourOwn
                : group.name
          }
        />
      ))}
      {shared !== undefined && (
        <p class="do">
          <Go to="/licences" second>
            {say.licences.together.all}
          </Go>
        </p>
      )}
      {view.nextCustomer !== undefined && (
        <p class="do">
          <Go to={`/licences?afterCustomer=${encodeURIComponent(view.nextCustomer)}`} second>
            {say.licences.moreCustomers}
          </Go>
        </p>
      )}
    </Layout>
  );
}

function Group({
  frame,
  group,
  heading,
  shared,
}: {
  readonly shared: Shared | undefined;
  readonly frame: Frame;
  readonly group: LicenceGroup;
  readonly heading: string | undefined;
}) {
  const { customerId, licences, next } = group;
  const after = `after=${encodeURIComponent(next ?? '')}`;
  const more =
    shared === undefined
      ? `/licences?customer=${encodeURIComponent(customerId)}&${after}`
      : `${pathOf({ page: 'together', shared })}?${after}`;
  return (
    <section>
      {heading !== undefined && <h2>{heading}</h2>}
      <ul class="rows">
        {licences.map((licence) => (
          <Licence frame={frame} licence={licence} />
        ))}
      </ul>
      {next !== undefined && (
        <p class="do">
          <a class="button second" href={more}>
            {frame.say.frame.more}
          </a>
        </p>
      )}
    </section>
  );
}

function Licence({ frame, licence }: { readonly frame: Frame; readonly licence: LicenceSummary }) {
  const { tone, text } = stateOf(frame, licence);
  return (
    <Row
      to={licencePath(licence.licenceId)}
      title={productOf(licence)}
      detail={
        <>
          {licenceNumber(frame, licence)}
          <br />
          {standingOf(frame, licence).join(' ')}
        </>
      }
      side={<State tone={tone}>{text}</State>}
    />
  );
}
