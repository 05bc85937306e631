import type { Plan } from '../../domain/plan/plan.ts';

const contentId = 'logo';

/** Where a mail's page finds the vendor's logo; undefined where it has none. */
export function logoOf({ logo }: Plan['vendor']['branding']) {
  if (logo === null) return undefined;
  const { width, height } = logo;
  return { src: logo.from === 'web' ? logo.address : `cid:${contentId}`, width, height };
}

/** The logo that goes with each mail; undefined where it is fetched, or there is none. */
export function attachedLogo({ logo }: Plan['vendor']['branding']) {
  if (logo === null || logo.from === 'web') return undefined;
  return { contentId, png: Buffer.from(logo.png, 'base64') };
}
