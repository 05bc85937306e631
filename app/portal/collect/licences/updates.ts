import { benefitOn } from '../../../../domain/cover/entitlements.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';
import type { UpdatesView, UpdateView } from '../../views/updates.ts';
import { brandingOf } from '../branding.ts';
import { type SeenLicence, seenLicence } from './seen-licence.ts';
import { summaryOf } from './summary.ts';

/** The updates of a licence's product; undefined also where the plan announces none of it. */
export async function updatesView(
  portal: PortalDependencies,
  visit: Visit,
  { licenceId }: { readonly licenceId: string },
): Promise<UpdatesView | undefined> {
  const seen = await seenLicence(portal, visit, licenceId);
  const updates = seen?.plan.updates;
  if (seen === undefined || updates === undefined || updates === null) return undefined;
  const { plan, licence, rights, today } = seen;
  const { product } = licence.facts;
  if (!updates.products.includes(product)) return undefined;
  const published = await portal.updates.published(plan.id, product);
  const latestFirst = published.toReversed();
  return {
    licence: summaryOf(seen),
    rights,
    branding: brandingOf(plan),
    updates: await Promise.all(
      latestFirst.map(async ({ version, publishedOn }): Promise<UpdateView> => {
        return { version, publishedOn, password: await passwordOf(portal, seen, version) };
      }),
    ),
    isEntitled: benefitOn(plan, licence, updates.benefit, today).answer === 'included',
    leftAnnouncementsOn: licence.announcements.leftOn,
  };
}

/** The password that this customer was given; a partner sees none, since it does not get the mail with it either. */
async function passwordOf(
  { mailing }: PortalDependencies,
  { shown, licence, rights }: SeenLicence,
  version: string,
): Promise<string | undefined> {
  const { licenceId, product } = licence.facts;
  const isGiven = shown.some(
    ({ event }) =>
      event.type === 'UpdatePasswordGiven' && event.version === version && event.product === product,
  );
  return isGiven && rights === 'own' ? mailing.passwords.passwordOf(licenceId, product, version) : undefined;
}
