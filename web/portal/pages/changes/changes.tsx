import type { ChangesView, OfferedEdition, OfferedModule } from '../../../../app/portal/views/changes.ts';
import { Choice } from '../../parts/form.tsx';
import type { Frame } from '../../parts/frame.ts';
import { Layout } from '../../parts/layout.tsx';
import { licencePath, quotePath } from '../../parts/paths.ts';
import { Go, Note, Row } from '../../parts/pieces.tsx';
import { aboutLicence } from './renewal.tsx';

interface ChangesPageProps {
  readonly frame: Frame;
  readonly view: ChangesView;
  /** What is wrong with what was chosen. */
  readonly error?: string | undefined;
}

/** What a licence can be changed to, with prices. */
export function ChangesPage({ frame, view, error }: ChangesPageProps) {
  const { say } = frame;
  const words = say.changes;
  const { licence, modules, openQuote } = view;
  const editions = view.editions.filter(
    (each) => each.can !== 'not' || each.refusal.code !== 'has-it-already',
  );
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      back={{ to: licencePath(licence.licenceId), label: frame.say.frame.back }}
    >
      <p class="lead">{editions.length + modules.length === 0 ? words.none : words.lead}</p>
      {error !== undefined && (
        <Note tone="bad">
          <p>{error}</p>
        </Note>
      )}
      {openQuote !== undefined && (
        <Note tone="warn">
          <p>
            {words.openQuote(openQuote)} <a href={quotePath(openQuote)}>{words.viewQuote}</a>
          </p>
        </Note>
      )}
      {editions.length > 0 && (
        <section>
          <h2>{words.editions}</h2>
          <ul class="rows">
            {editions.map((edition) => (
              <Edition frame={frame} licenceId={licence.licenceId} edition={edition} />
            ))}
          </ul>
        </section>
      )}
      {modules.length > 0 && <Modules frame={frame} view={view} />}
    </Layout>
  );
}

interface EditionProps {
  readonly frame: Frame;
  readonly licenceId: string;
  readonly edition: OfferedEdition;
}

function Edition({ frame, licenceId, edition }: EditionProps) {
  const { say, localiser } = frame;
  const words = say.changes;
  const listed = words.listPrice(localiser.money(edition.listPrice));
  const to = licencePath(licenceId, 'change', 'edition', edition.edition);
  switch (edition.can) {
    case 'be-quoted': {
      const { price, credited, needsNewLicence } = edition;
      const detail = [
        listed,
        ...(credited === undefined ? [] : [words.credited(localiser.money(credited))]),
        ...(needsNewLicence ? [words.newLicence] : []),
      ].join(', ');
      return <Row to={to} title={edition.edition} detail={detail} side={localiser.money(price.total)} />;
    }
    case 'be-made':
      return <Row to={to} title={edition.edition} detail={listed} side={words.free} />;
    case 'not':
      return <Row title={edition.edition} detail={`${listed}. ${say.refusals[edition.refusal.code]}`} />;
  }
}

/** Modules are chosen first; a page with what they cost together follows. */
function Modules({ frame, view }: ChangesPageProps) {
  const { say, localiser } = frame;
  const words = say.changes;
  const { licence, modules, modulesChargedTo, noModules } = view;
  const canAdd = noModules === undefined && modules.some(({ isHad }) => !isHad);
  return (
    <section>
      <h2>{words.modules}</h2>
      {noModules !== undefined && <p>{say.refusals[noModules.code]}</p>}
      {canAdd && modulesChargedTo !== undefined && <p>{words.untilEnd(localiser.date(modulesChargedTo))}</p>}
      <form method="get" action={licencePath(licence.licenceId, 'change', 'modules')}>
        <fieldset>
          <legend class="hidden">{words.modules}</legend>
          {modules.map((module) => (
            <Module frame={frame} module={module} canAdd={canAdd} />
          ))}
        </fieldset>
        {canAdd && (
          <p class="do">
            <button class="button" type="submit">
              {words.continue}
            </button>
            <Go to={licencePath(licence.licenceId)} second>
              {say.frame.cancel}
            </Go>
          </p>
        )}
      </form>
    </section>
  );
}

interface ModuleProps {
  readonly frame: Frame;
  readonly module: OfferedModule;
  readonly canAdd: boolean;
}

function Module({ frame, module, canAdd }: ModuleProps) {
  const { say, localiser } = frame;
  const { sku, listPrice, isHad, price } = module;
  const detail = isHad ? say.changes.had : say.changes.listPrice(localiser.money(listPrice));
  return (
    <Choice
      kind="checkbox"
      name="sku"
      value={sku}
      label={sku}
      detail={detail}
      amount={price === undefined ? undefined : localiser.money(price.total)}
      checked={isHad}
      disabled={isHad || !canAdd}
    />
  );
}
