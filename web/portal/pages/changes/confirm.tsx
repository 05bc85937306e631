import type { ModulesPreview, OfferedEdition } from '../../../../app/portal/views/changes.ts';
import type { LicenceSummary } from '../../../../app/portal/views/licences.ts';
import type { Price } from '../../../../domain/billing/price.ts';
import { Confirmation } from '../../parts/confirmation.tsx';
import type { Frame } from '../../parts/frame.ts';
import { licencePath } from '../../parts/paths.ts';
import { productOf } from '../../parts/sentences.ts';
import { Sums } from '../../parts/sums.tsx';
import { aboutLicence } from './renewal.tsx';

interface EditionPageProps {
  readonly frame: Frame;
  readonly licence: LicenceSummary;
  readonly edition: Exclude<OfferedEdition, { readonly can: 'not' }>;
}

/** What asking for another edition does. */
export function EditionPage({ frame, licence, edition }: EditionPageProps) {
  const words = frame.say.changes.edition;
  const isQuoted = edition.can === 'be-quoted';
  return (
    <Confirmation
      frame={frame}
      title={words.title(edition.edition)}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      lead={isQuoted ? words.quoted : words.made}
      back={licencePath(licence.licenceId, 'change')}
      action={licencePath(licence.licenceId, 'change', 'edition', edition.edition)}
      button={isQuoted ? words.ask : words.make}
    >
      {isQuoted && (
        <Sums
          frame={frame}
          caption={frame.say.quote.priceOnce}
          price={edition.price}
          product={productOf(licence)}
        />
      )}
    </Confirmation>
  );
}

interface ModulesPageProps {
  readonly frame: Frame;
  readonly preview: ModulesPreview;
  readonly price: Price;
}

/** What some modules cost together, and what ordering them does. */
export function ModulesPage({ frame, preview, price }: ModulesPageProps) {
  const { say, localiser } = frame;
  const words = say.changes.module;
  const { licence, skus } = preview;
  const total = localiser.money(price.total);
  const isFree = price.total.amount === 0;
  return (
    <Confirmation
      frame={frame}
      title={words.title}
      section="licences"
      kicker={aboutLicence(frame, licence)}
      lead={isFree ? words.free : words.lead(total)}
      back={licencePath(licence.licenceId, 'change')}
      action={licencePath(licence.licenceId, 'change', 'modules')}
      values={{ sku: skus, amount: String(price.total.amount), currency: price.total.currency }}
      button={isFree ? words.add : words.order(total)}
    >
      <ul class="ticks">
        {skus.map((sku) => (
          <li>{sku}</li>
        ))}
      </ul>
      <Sums frame={frame} caption={say.quote.priceOnce} price={price} product={productOf(licence)} />
      {!isFree && <p class="after">{words.then}</p>}
      {preview.chargedTo !== undefined && <p>{say.changes.untilEnd(localiser.date(preview.chargedTo))}</p>}
    </Confirmation>
  );
}
