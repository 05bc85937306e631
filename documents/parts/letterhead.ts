import type { Plan } from '../../domain/plan/plan.ts';
import { oneLine } from '../../wording/text/line.ts';
import type { DocumentContent } from '../content/content.ts';
import type { Block, Logo } from './sheet.ts';

/** Points of a CSS pixel, and the most that a logo takes. */
const pointsOfPixel = 0.75;
const most = { width: 180, height: 48 };

export function letterhead({ about }: DocumentContent, title: string): Block {
  const { name, branding } = about.vendor;
  return {
    kind: 'letterhead',
    title,
    vendor: oneLine(name),
    colour: branding.light.accent,
    logo: logoOf(branding),
  };
}

/** The logo that goes with mails. One that mails fetch from the web is not printed: a document holds all that it shows. */
function logoOf({ logo }: Plan['vendor']['branding']): Logo | undefined {
  if (logo?.from !== 'attachment') return undefined;
  const width = logo.width * pointsOfPixel;
  const height = logo.height * pointsOfPixel;
  const scale = Math.min(1, most.width / width, most.height / height);
  return { png: Buffer.from(logo.png, 'base64'), width: width * scale, height: height * scale };
}
