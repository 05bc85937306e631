import { money } from '../../../../domain/billing/money.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { ChangesView, ModulesPreview, OfferedEdition, OfferedModule } from '../../views/changes.ts';
import { brandingOf } from '../branding.ts';
import { numberOf } from './next-step.ts';
import { decisionOn, notForPartners, refusalIn } from './refusal-of.ts';
import { type SeenLicence, seenLicence } from './seen-licence.ts';
import { summaryOf } from './summary.ts';

/** What the plan's price list offers for a licence, with prices as of today. */
export async function changesView(
  portal: PortalDependencies,
  visit: Visit,
  { licenceId }: { readonly licenceId: string },
): Promise<ChangesView | undefined> {
  const seen = await seenLicence(portal, visit, licenceId);
  if (seen === undefined) return undefined;
  const { plan, licence, today } = seen;
  const { catalogue } = plan;
  const { standing, changeQuote } = licence;
  const modules = Object.keys(catalogue?.modules ?? {}).map((sku) => moduleOf(seen, sku));
  const isOpen = changeQuote !== undefined && today <= changeQuote.validUntil;
  const addable = modules.find(({ price }) => price !== undefined);
  const wanted = modules.find(({ isHad }) => !isHad);
  return {
    licence: summaryOf(seen),
    branding: brandingOf(plan),
    editions: Object.keys(catalogue?.editions ?? {}).map((edition) => editionOf(seen, edition)),
    modules,
    modulesChargedTo: addable !== undefined && standing.status === 'active' ? standing.term.ends : undefined,
    noModules:
      addable !== undefined || wanted === undefined ? undefined : previewOf(seen, [wanted.sku]).refusal,
    openQuote: isOpen ? numberOf(seen, changeQuote.quoteId) : undefined,
  };
}

function editionOf(seen: SeenLicence, edition: string): OfferedEdition {
  const { plan } = seen;
  const listed = plan.catalogue?.editions[edition];
  const known = { edition, listPrice: money(listed?.price ?? 0, plan.currency) };
  if (seen.rights !== 'own') return { ...known, can: 'not', refusal: notForPartners };
  const decision = decisionOn(seen, { activity: 'request-change', edition });
  const refusal = refusalIn(decision);
  if (refusal !== undefined) return { ...known, can: 'not', refusal };
  const events: readonly Event[] = decision.events;
  const quoted = events.find((event) => event.type === 'ChangeQuoted');
  if (quoted === undefined) return { ...known, can: 'be-made' };
  const { price, change, needsNewLicence } = quoted;
  const credited = change.kind === 'edition' ? change.credited : undefined;
  return { ...known, can: 'be-quoted', price, credited, needsNewLicence };
}

function moduleOf(seen: SeenLicence, sku: string): OfferedModule {
  const { plan } = seen;
  const { refusal, price } = previewOf(seen, [sku]);
  const listPrice = money(plan.catalogue?.modules[sku] ?? 0, plan.currency);
  return { sku, listPrice, isHad: refusal?.code === 'has-it-already', price };
}

/** What adding some modules together costs. */
export async function modulesPreview(
  portal: PortalDependencies,
  visit: Visit,
  { licenceId, skus }: { readonly licenceId: string; readonly skus: readonly string[] },
): Promise<ModulesPreview | undefined> {
  const seen = await seenLicence(portal, visit, licenceId);
  if (seen === undefined) return undefined;
  return {
    licence: summaryOf(seen),
    branding: brandingOf(seen.plan),
    skus,
    ...previewOf(seen, skus),
  };
}

/** What ordering modules today would cost, or why it would be rejected. */
export function previewOf(
  seen: SeenLicence,
  skus: readonly string[],
): Pick<ModulesPreview, 'refusal' | 'price' | 'chargedTo'> {
  if (seen.rights !== 'own') return { refusal: notForPartners };
  const decision = decisionOn(seen, { activity: 'add-modules', skus });
  const refusal = refusalIn(decision);
  if (refusal !== undefined) return { refusal };
  const events: readonly Event[] = decision.events;
  const invoiced = events.find((event) => event.type === 'InvoiceIssued');
  const { standing } = seen.licence;
  return {
    price: invoiced?.price,
    chargedTo: standing.status === 'active' ? standing.term.ends : undefined,
  };
}
